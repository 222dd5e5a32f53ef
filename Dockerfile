# syntax=docker/dockerfile:1

# Compiles; nothing of this stage but dist/ gets any further.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Scripts are off: the compiler needs none, and a database for tests is not wanted here. Not npm ci: it refuses a lock file
# when an optional package for another platform cannot be had.
RUN npm install --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN ./node_modules/.bin/tsc -p tsconfig.build.json

# What the running program needs, without the tools and without the embedded PostgreSQL's binaries.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 LAUREL_DATA_DIR=/data
WORKDIR /app
# The data directory holds the operator's key and the chain heads: of nobody else's business, and to be kept.
RUN install -d -o node -g node -m 700 /data
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY src/server/graphiql ./src/server/graphiql
COPY package.json LICENSE ./
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between, so that SIGTERM arrives.
CMD ["node", "dist/main.js"]
