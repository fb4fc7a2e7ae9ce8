#!/usr/bin/env node
import { createProgram } from './program.ts'

try {
  await createProgram().parseAsync()
} catch (error) {
  console.error(error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : error)
  process.exitCode = 1
}
