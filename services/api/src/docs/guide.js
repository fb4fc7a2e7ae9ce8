// Puts a button on each example that only reads, which runs it and shows the answer.
for (const code of document.querySelectorAll('pre[data-language="bash"] code')) {
  const paths = [...code.textContent.matchAll(/^curl "\$DATELINE_URL(\/[^"]+)"$/gm)].map((match) => match[1])
  if (paths.length === 0 || paths.some((path) => path.startsWith('/v1/stream'))) continue
  const button = document.createElement('button')
  button.textContent = 'Run'
  const run = async () => {
    const shown = await Promise.all(
      paths.map(async (path) => {
        const answer = await fetch(path)
        const text = await answer.text()
        const json = answer.headers.get('content-type')?.includes('json')
        return `${answer.status} ${path}\n${json ? JSON.stringify(JSON.parse(text), null, 2) : text}`
      }),
    )
    const answer = document.createElement('pre')
    answer.className = 'answer'
    answer.textContent = shown.join('\n\n')
    const pre = code.parentElement
    if (pre.nextElementSibling?.className === 'answer') pre.nextElementSibling.remove()
    pre.after(answer)
  }
  button.addEventListener('click', () => void run())
  code.parentElement.append(button)
}
