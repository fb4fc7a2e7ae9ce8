import { z } from 'zod'
import { Correction, CorrectionList, CorrectionsQuery, NewCorrection } from '../corrections.ts'
import type { Operation } from './operation.ts'

export const correctionOperations = {
  listCorrections: {
    method: 'get',
    path: '/v1/admin/corrections',
    tag: 'Corrections',
    summary: 'The corrections that were made, the latest first',
    access: 'admin',
    query: CorrectionsQuery,
    answers: { 200: { description: 'Corrections.', schema: CorrectionList } },
    problems: ['invalid-request', 'invalid-cursor'],
  },
  makeCorrection: {
    method: 'post',
    path: '/v1/admin/corrections',
    tag: 'Corrections',
    summary: 'Correct an event, an actor or a document',
    description:
      'It is appended to the log in the name of the key, kept by every replay, and taken back by `correction.undo`; ' +
      'an erasure and a reprocessing cannot be taken back. The timeline shows it once it has read the log to `position`.',
    access: 'admin',
    query: z.strictObject({}),
    body: { schema: NewCorrection, description: 'What is wrong, and what is right.', required: true },
    answers: { 201: { description: 'The correction, durable in the log.', schema: Correction } },
    problems: ['invalid-request', 'invalid-json', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Operation>
