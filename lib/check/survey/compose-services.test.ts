import { expect, it } from 'vitest';
import { composeServices } from './compose-services.ts';

it.each([
  ['docker compose up -d worker result', ['worker', 'result']],
  ['docker compose up -d --scale worker=2', ['worker']],
  ['docker compose logs --tail 50 db | grep -A 8 deadlock', ['db']],
  ['docker compose logs --tail=50 --since 10m vote', ['vote']],
  ['docker compose exec -T -u postgres db psql -c "SELECT worker"', ['db']],
  ['docker compose run --rm worker sh', ['worker']],
  ['docker compose -f monitoring.yaml ps -a redis', ['redis']],
  ['docker compose restart <service>', []],
  ['docker compose stop worker && docker compose up -d db', ['worker', 'db']],
  ['docker compose ps', []],
  ['docker compose down', []],
  ['docker compose cp db:/dump .', []],
  ['docker system df', []],
])('%s', (code, services) => {
  expect(composeServices(code)).toEqual(services);
});
