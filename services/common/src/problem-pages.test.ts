import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERRORS, type ErrorCode } from './errors.ts';
import { errorsDocument, problemPage, problemType } from './problem-pages.ts';

test('every code has a page and a section that say what to do', () => {
  const document = errorsDocument();
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    assert.match(problemPage(code) ?? '', new RegExp(`<title>${ERRORS[code].title}</title>`));
    assert.ok(document.includes(`\n## ${code}\n`), code);
    assert.equal(problemType(code), `/api/v1/problems/${code}`);
  }
});

test('other names have no page', () => {
  for (const name of ['', 'no_such_code', 'toString', '__proto__'])
    assert.equal(problemPage(name), undefined);
});
