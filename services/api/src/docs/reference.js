// The reference of /openapi.json. An example of a parameter that may be left out is told rather than filled in: with all
// of them at once nothing would be found.
const METHODS = ['get', 'post', 'delete']

async function reference() {
  const document = await (await fetch('/openapi.json')).json()
  for (const path of Object.values(document.paths))
    for (const method of METHODS)
      for (const parameter of path[method]?.parameters ?? []) {
        const { example, ...schema } = parameter.schema
        if (parameter.required || example === undefined) continue
        parameter.schema = schema
        parameter.description += ` Such as \`${String(example)}\`.`
        if (schema.items) delete schema.items.example
      }
  window.SwaggerUIBundle({
    spec: document,
    dom_id: '#reference',
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    filter: true,
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
  })
}

void reference()
