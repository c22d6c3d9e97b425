/** How result, a Node.js application with Express, exposes its metrics. A test runs the code as it stands here. */
export const node = `
### Node.js

Tried with prom-client 15.1 on Node.js 20. \`metrics.js\`, beside \`server.js\`:

~~~js
const client = require('prom-client');

const labelNames = ['method', 'route', 'status'];
const requests = new client.Counter({ name: 'http_requests_total', help: 'HTTP requests served', labelNames });
const duration = new client.Histogram({
  name: 'http_request_duration_seconds',
  help: 'HTTP request latency in seconds',
  labelNames,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});

/** The first middleware of the application: counts every request when it has been answered. */
exports.measure = (request, response, next) => {
  const stop = duration.startTimer();
  response.on('finish', () => {
    // The route of the application, or of what it serves without one; never the raw path, which anybody can invent.
    const route = request.route?.path ?? (request.url.startsWith('/socket.io') ? '/socket.io' : 'unmatched');
    const labels = { method: request.method, route, status: String(response.statusCode) };
    requests.inc(labels);
    stop(labels);
  });
  next();
};

/** The handler of GET /metrics. */
exports.metrics = async (request, response) => {
  response.setHeader('Content-Type', client.register.contentType);
  response.end(await client.register.metrics());
};
~~~

In \`server.js\`: \`app.use(measure)\` before everything else, and \`app.get('/metrics', metrics)\`.
`;
