# The command line and the explorer. Built in one stage, run in another without compilers and development packages:
#   docker build -t stemma .
#   docker run --rm -p 127.0.0.1:4747:4747 -v stemma:/graph stemma build
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# "npm install": "npm ci" refuses packages whose optional binaries for other platforms a registry lacks.
RUN npm install --ignore-scripts --no-audit
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/make-executable.js scripts/
COPY src src
COPY web web
COPY cypher cypher
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit \
  # The network's runtime brings binaries for every platform.
  && find node_modules/onnxruntime-node/bin -mindepth 2 -maxdepth 2 -not -name linux -exec rm -rf {} + \
  && find node_modules/onnxruntime-node/bin -mindepth 3 -maxdepth 3 -not -name "$(node -p process.arch)" -exec rm -rf {} +

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY cypher cypher
COPY lexicon lexicon
COPY network network
COPY sample sample
# A volume that is mounted here belongs to the user who runs the program; the program itself does not.
RUN mkdir /graph && chown node:node /graph
# The image's user "node", by number so that a host can tell that it is not root.
USER 1000:1000
EXPOSE 4747
ENTRYPOINT ["node", "/app/dist/src/cli/main.js"]
CMD ["serve", "--graph", "/graph", "--host", "0.0.0.0"]
