import { describeRule } from '../../../../test/support/rule-cases.ts';
import { logql, withLogPanel } from '../../../../test/support/shop-logs.ts';
import { logFilterFormat } from './log-filter-format.ts';

const shown = (stages: string) => withLogPanel(logql(`rate({service="shop"} ${stages} [5m])`));
const LEVEL = '| regexp `(?P<level>INFO|ERROR) (?P<text>.+)`';
const ACCESS = '| pattern `<ip> "<method> <path> HTTP/<_>" <status>`';

describeRule(logFilterFormat, {
  example: shown(`${LEVEL} | level="FATAL"`),
  allows: [
    ['a value that the capture can have', shown(`${LEVEL} | level="ERROR"`)],
    ['one of several', shown(`${LEVEL} | level="FATAL" or level="ERROR"`)],
    ['no value at all', shown(`${LEVEL} | level=""`)],
    ['what a viewer chooses', shown(`${LEVEL} | level="$level"`)],
    ['a label that was written anew', shown(`${LEVEL} | label_format level="x" | level="FATAL"`)],
    ['a text that all lines have', shown(`${ACCESS} |= "HTTP/"`)],
    ['a text that lines may have', shown(`${ACCESS} != "healthz"`)],
    ['a range of numbers', shown(`${ACCESS} | status >= 500 | status < 600`)],
    ['one number out of a range', shown(`${ACCESS} | status >= 500 | status != 503`)],
    ['a range that ends where it begins', shown(`${ACCESS} | status >= 500 | status <= 500`)],
    ['limits of different labels', shown(`${ACCESS} | status >= 500 | size < 10`)],
  ],
  finds: [
    [
      'a filter that leaves nothing for the pattern',
      shown(`${ACCESS} != "HTTP/"`),
      {
        found: '!= "HTTP/", and the pattern reads only lines that contain " HTTP/"',
        allowed: 'lines that the pattern can read',
        remedy: 'remove the filter, or the pattern',
      },
    ],
    [
      'limits that exclude each other',
      shown(`${ACCESS} | status >= 500 | status < 400`),
      {
        found: 'status >= 500 and status < 400, which no number fulfils',
        allowed: 'conditions that one number can fulfil',
        remedy: 'remove one of them',
      },
    ],
    [
      'a limit that is excluded',
      shown(`${ACCESS} | status >= 500 | status < 500`),
      {
        found: 'status >= 500 and status < 500, which no number fulfils',
        allowed: 'conditions that one number can fulfil',
        remedy: 'remove one of them',
      },
    ],
    [
      'a number and any other',
      shown(`${ACCESS} | status == 500 | status != 500`),
      {
        found: 'status == 500 and status != 500, which no number fulfils',
        allowed: 'conditions that one number can fulfil',
        remedy: 'remove one of them',
      },
    ],
    [
      'a limit and its own opposite',
      shown(`${ACCESS} | status == 500 and status > 500`),
      {
        found: 'status == 500 and status > 500, which no number fulfils',
        allowed: 'conditions that one number can fulfil',
        remedy: 'remove one of them',
      },
    ],
  ],
});
