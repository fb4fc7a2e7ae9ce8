# One image for every process; docker-compose.yml says which one a container runs.
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
COPY packages packages
COPY services services
COPY migrations migrations
COPY test/package.json test/package.json
# Postgres and Redis run beside the image, so the embedded Postgres (optional) stays out.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force
USER node
EXPOSE 8080
CMD ["node", "services/api/src/main.ts"]
