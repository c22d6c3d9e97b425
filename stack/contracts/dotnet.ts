/** How worker, a .NET application without a web server, exposes its metrics. */
export const dotnet = `
### .NET

With prometheus-net. This was not tried: no test runs it. The worker has no web server of its own; \`MetricServer\` is one for \`/metrics\` alone.

~~~csharp
using Prometheus;

var processing = Metrics.CreateHistogram(
    "vote_processing_duration_seconds",
    "Time from LPOP to stored",
    new HistogramConfiguration { Buckets = new[] { 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1 } });
var errors = Metrics.CreateCounter("worker_errors_total", "Worker errors", "type");
foreach (var type in new[] { "db", "parse", "redis" }) errors.WithLabels(type);

new MetricServer(port: 80).Start();
~~~

Around each vote that was popped: \`using (processing.NewTimer()) { … }\`; where an exception is caught: \`errors.WithLabels("db").Inc()\`. Several workers behind one address answer in turn, and their counts jump: scrape each by itself.
`;
