const country = new URLSearchParams(location.search).get('country') ?? 'ZM'
const list = document.querySelector('#events')
const state = document.querySelector('#state')
const called = String(new Intl.DisplayNames(['en'], { type: 'region' }).of(country))
document.title = `${called}, as the news tells it`
document.querySelector('#country').textContent = document.title

const events = new Map()
const dayOf = ({ date }) => date.earliest ?? date.latest ?? ''

function show() {
  const sorted = [...events.values()].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  list.replaceChildren(...sorted.map(item))
  state.textContent = `${sorted.length} events · live since ${new Date().toLocaleTimeString()}`
}

function item({ id, title, date, evidence: [best], documents }) {
  const line = document.createElement('li')
  const link = Object.assign(document.createElement('a'), { href: `/v1/events/${id}`, textContent: title })
  const heading = Object.assign(document.createElement('h3'), { textContent: `${date.edtf} · ` })
  heading.append(link)
  const quote = Object.assign(document.createElement('blockquote'), { textContent: best ? `“${best.quote}”` : '' })
  const told = Object.assign(document.createElement('small'), {
    textContent: `${documents} document${documents === 1 ? '' : 's'} · ${best?.source}`,
  })
  line.append(heading, quote, told)
  return line
}

// First all that there is, then every change since the moment that the first page showed.
let cursor = null
let asOf = null
do {
  const query = new URLSearchParams({ country, limit: '200', ...(cursor && { cursor }) })
  const page = await (await fetch(`/v1/timeline?${query}`)).json()
  for (const event of page.data) events.set(event.id, event)
  asOf ??= page.asOf
  cursor = page.page.next
} while (cursor !== null)
show()

const stream = new EventSource(`/v1/stream?${new URLSearchParams({ country, lastEventId: asOf })}`)
stream.addEventListener('resync', () => location.reload())
stream.addEventListener('message', ({ data }) => {
  const { eventId, event, matches = true } = JSON.parse(data)
  if (event && matches) events.set(eventId, event)
  else events.delete(eventId)
  show()
})
