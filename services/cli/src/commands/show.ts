import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import type { Annotation, SourceDocument } from '@dateline/domain'
import { parseDocumentLine } from './document-line.ts'
import { renderAnnotation } from './render-annotation.ts'

/**
 * `annotate --show FILE`: one article in the terminal with everything that was found in it. FILE is a text, a JSON
 * document as `annotate` takes it, or a folder with `article.txt` and, if there is one, `meta.json`.
 */
export function showFile(
  annotate: (document: SourceDocument) => Annotation,
  file: string,
  published: string | undefined,
  output: Writable,
): 0 | 1 {
  const read = readArticle(file, published)
  if (typeof read === 'string') {
    process.stderr.write(`${read}\n`)
    return 1
  }
  output.write(renderAnnotation(read, annotate(read)))
  return 0
}

/** The document of a file, or what is wrong. */
function readArticle(file: string, published: string | undefined): SourceDocument | string {
  if (!existsSync(file)) return `no such file: ${file}`
  const folder = statSync(file).isDirectory()
  const path = folder ? join(file, 'article.txt') : file
  if (!existsSync(path)) return `${file} has no article.txt`
  const text = readFileSync(path, 'utf8')
  const meta = join(file, 'meta.json')
  const fields: Record<string, unknown> = path.endsWith('.json')
    ? (JSON.parse(text) as Record<string, unknown>)
    : {
        id: file,
        body: text,
        ...(folder && existsSync(meta) ? (JSON.parse(readFileSync(meta, 'utf8')) as object) : {}),
      }
  const parsed = parseDocumentLine(
    JSON.stringify(published === undefined ? fields : { ...fields, publishedAt: published }),
  )
  return parsed.ok ? parsed.document : `${file}: ${parsed.error.message}`
}
