import { z } from 'zod'
import { DocumentInput } from '../document-input.ts'
import { Live, Ready } from '../health.ts'
import { SourceName } from '../primitives.ts'
import { FEED_TYPES, MAX_DOCUMENTS, MAX_ITEMS, Submitted, WebhookHeaders } from '../submissions.ts'
import type { Operation } from './operation.ts'

export const serviceOperations = {
  submitDocuments: {
    method: 'post',
    path: '/v1/webhooks/{source}/documents',
    tag: 'Submitting',
    summary: 'Submit documents',
    description:
      'Signed as Standard Webhooks has it. 202 when the documents are durable in the log, never before. The same ' +
      '`webhook-id` again, or the same text from the same source, answers the same ids with `duplicate: true`. The ' +
      'same `externalId` (or `url`) with another text is a new revision of the same document. Instead of a signature, ' +
      'a key with the scope `documents:write` is taken.',
    access: 'signed',
    params: z.object({ source: SourceName }),
    query: z.strictObject({}),
    headers: WebhookHeaders,
    body: {
      schema: z.union([
        DocumentInput,
        z
          .strictObject({
            documents: z
              .array(DocumentInput)
              .min(1)
              .max(MAX_DOCUMENTS)
              .meta({ description: `Up to ${MAX_DOCUMENTS} documents.` }),
          })
          .meta({ id: 'DocumentBatch', description: 'Several documents in one delivery.' }),
      ]),
      description: 'One document or a batch, at most 10 MiB.',
      required: true,
    },
    answers: { 202: { description: 'What was taken, and of a batch what was not.', schema: Submitted } },
    problems: [
      'invalid-request',
      'invalid-json',
      'invalid-signature',
      'forbidden',
      'not-found',
      'delivery-conflict',
      'too-large',
      'unsupported-media-type',
      'unprocessable',
    ],
  },
  submitFeed: {
    method: 'post',
    path: '/v1/webhooks/{source}/feed',
    tag: 'Submitting',
    summary: 'Submit a feed as it is',
    description:
      'RSS, Atom or JSON Feed, signed as documents are; which of them is seen from the body. Each item is a document: ' +
      'its id is the `externalId`, its link the `url`, its content (or else its summary) the text. The same feed again, ' +
      'with two items more, takes two. An item without a date or without words is named in `errors`; the others are taken.',
    access: 'signed',
    params: z.object({ source: SourceName }),
    query: z.strictObject({}),
    headers: WebhookHeaders,
    body: {
      schema: z.string().meta({ description: 'The feed.' }),
      description: `A feed of up to ${MAX_ITEMS} items, in the encoding that it declares, at most 10 MiB.`,
      required: true,
      contentTypes: FEED_TYPES,
    },
    answers: { 202: { description: 'What was taken, and what was not.', schema: Submitted } },
    problems: [
      'invalid-request',
      'invalid-signature',
      'forbidden',
      'not-found',
      'delivery-conflict',
      'too-large',
      'unsupported-media-type',
      'unprocessable',
    ],
  },
  getLive: {
    method: 'get',
    path: '/livez',
    tag: 'Service',
    summary: 'The process turns over',
    access: 'open',
    query: z.strictObject({}),
    answers: { 200: { description: 'It does.', schema: Live } },
    problems: ['invalid-request'],
  },
  getReady: {
    method: 'get',
    path: '/readyz',
    tag: 'Service',
    summary: 'It can serve',
    access: 'open',
    query: z.strictObject({}),
    answers: { 200: { description: 'It can.', schema: Ready }, 503: { description: 'It cannot.', schema: Ready } },
    problems: ['invalid-request'],
  },
  getOpenApi: {
    method: 'get',
    path: '/openapi.json',
    tag: 'Service',
    summary: 'This document',
    access: 'open',
    query: z.strictObject({}),
    answers: {
      200: {
        description: 'OpenAPI 3.1.',
        schema: z.looseObject({}).meta({ description: 'The OpenAPI document.' }),
        headers: { ETag: 'Of its content.' },
      },
      304: { description: 'It has not changed.' },
    },
    problems: ['invalid-request'],
  },
  getProblem: {
    method: 'get',
    path: '/problems/{name}',
    tag: 'Service',
    summary: 'What a type of problem means',
    access: 'open',
    params: z.object({ name: z.string().max(100).meta({ description: 'The type’s name.', example: 'not-found' }) }),
    query: z.strictObject({}),
    answers: {
      200: {
        description: 'The type.',
        schema: z
          .strictObject({
            type: z.string().meta({ description: 'The type, as answers carry it.', example: '/problems/not-found' }),
            title: z.string().meta({ description: 'What it means.' }),
            status: z.int().meta({ description: 'The HTTP status that goes with it.', example: 404 }),
          })
          .meta({ id: 'ProblemType', description: 'A type of problem.' }),
      },
    },
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Operation>
