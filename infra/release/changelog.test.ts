import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutRelease, isLater, sectionOf } from './changelog.ts';

const LOG = '# Changelog\n\n## Unreleased\n\n### Added\n- Trails.\n\n## 0.1.0 - 2026-01-02\n\nFirst.\n';

describe('the changelog', () => {
  it('gives the section of a version as release notes', () => {
    assert.equal(sectionOf(LOG, 'Unreleased'), '### Added\n- Trails.');
    assert.equal(sectionOf(LOG, '0.1.0'), 'First.');
    assert.equal(sectionOf(LOG, '0.1'), undefined);
  });

  it('moves what is unreleased under the new version and leaves Unreleased empty', () => {
    const cut = cutRelease(LOG, '0.2.0', '2026-03-04');
    assert.equal(sectionOf(cut, 'Unreleased'), '');
    assert.equal(sectionOf(cut, '0.2.0'), '### Added\n- Trails.');
    assert.equal(sectionOf(cut, '0.1.0'), 'First.');
  });

  it('refuses a version that is there, and a release without changes', () => {
    assert.throws(() => cutRelease(LOG, '0.1.0', '2026-03-04'), /already/);
    assert.throws(() => cutRelease(cutRelease(LOG, '0.2.0', '2026-03-04'), '0.3.0', '2026-03-05'), /nothing/);
  });
});

describe('a version', () => {
  it('comes after another by number, not by text', () => {
    assert.ok(isLater('0.10.0', '0.9.1'));
    assert.ok(!isLater('0.2.0', '0.2.0'));
    assert.ok(!isLater('0.1.9', '0.2.0'));
    assert.ok(!isLater('v0.3.0', '0.2.0'));
  });
});
