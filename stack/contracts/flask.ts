/** How vote, a Flask application under gunicorn, exposes its metrics. A test runs the code as it stands here. */
export const flask = `
### Flask under gunicorn

Tried with Flask 2.2, gunicorn 20.1 with four workers, and prometheus_client 0.16. Beside \`app.py\`, \`metrics.py\`:

~~~python
import time

from flask import Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

LABELS = ['method', 'route', 'status']
REQUESTS = Counter('http_requests_total', 'HTTP requests served', LABELS)
DURATION = Histogram(
    'http_request_duration_seconds', 'HTTP request latency in seconds', LABELS,
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5),
)
VOTES = Counter('votes_total', 'Votes accepted', ['vote'])


def count_vote(vote):
    # Any text can be posted: only the known options may become values of a label.
    VOTES.labels(vote if vote in ('a', 'b') else 'other').inc()


def instrument(app):
    for vote in ('a', 'b', 'other'):
        VOTES.labels(vote)  # 0 from the start: a counter that appears with its first vote misses that vote

    @app.before_request
    def start():
        g.started = time.perf_counter()

    @app.after_request
    def count(response):
        route = request.url_rule.rule if request.url_rule else 'unmatched'
        labels = (request.method, route, str(response.status_code))
        REQUESTS.labels(*labels).inc()
        DURATION.labels(*labels).observe(time.perf_counter() - g.started)
        return response

    @app.get('/metrics')
    def metrics():
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
        return Response(generate_latest(registry), mimetype=CONTENT_TYPE_LATEST)
~~~

In \`app.py\`: \`instrument(app)\` after the application is made, and \`count_vote(vote)\` where a vote is pushed to Redis. Each of gunicorn's workers counts for itself; only in multiprocess mode does \`/metrics\` answer for all of them. \`gunicorn.conf.py\`:

~~~python
import os
import shutil

# Must be set before prometheus_client is imported anywhere. Counts of an earlier run must not stay in the folder.
folder = os.environ.setdefault('PROMETHEUS_MULTIPROC_DIR', '/tmp/prometheus')
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)


def child_exit(server, worker):
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)
~~~
`;
