FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .
RUN mkdir /data && chown node:node /data
USER node
ENV KKR_DATA=/data
VOLUME /data
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "/app/cli/kkr.ts"]
CMD ["serve"]
