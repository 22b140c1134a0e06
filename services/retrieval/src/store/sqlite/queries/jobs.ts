/** Jobs, and files that are known. */
import { OTHER_FORMAT } from '@libtrails/common/book-formats';

export const JOBS_QUERIES = {
  'job-by-id': `
    SELECT
      id, kind, state, title, stage, done, total, words, message, updated_at AS updatedAt, file_name AS fileName,
      worker, owned, leases, lease_until AS leaseUntil
    FROM jobs WHERE id = ?
  `,
  'job-expire': `UPDATE jobs SET state = :state, message = :message, worker = :worker, updated_at = :now, lease_until = 0 WHERE id = :id`,
  'job-insert': `
    INSERT INTO jobs (kind, state, title, file_name, worker, owned, leases, lease_until, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  `,
  'job-lease': `
    UPDATE jobs SET
      state = 'running', worker = :worker, lease_until = :until, updated_at = :now, leases = leases + 1,
      stage = '', done = 0, total = 0, words = 0, message = ''
    WHERE id = :id
  `,
  'job-next': `
    -- Queued jobs, and those that their own worker left behind.
    SELECT id FROM jobs
    WHERE (state = 'queued' OR (state = 'failed' AND owned = 1 AND worker <> ''))
      AND kind IN (SELECT value FROM json_each(?))
    ORDER BY id LIMIT 1
  `,
  'job-progress': `
    UPDATE jobs SET
      state = :state, stage = :stage, done = :done, total = :total, words = :words, message = :message, worker = :worker, lease_until = :until, updated_at = :now
    WHERE id = :id
  `,
  'job-retry': `
    UPDATE jobs SET
      state = 'queued', stage = '', done = 0, total = 0, words = 0, message = '', worker = '', leases = 0, lease_until = 0,
      updated_at = ?
    WHERE id = ?
  `,
  'job-waiting': `SELECT id FROM jobs WHERE state = 'queued' AND kind = ? AND title = ? AND file_name = ? ORDER BY id LIMIT 1`,
  'jobs-ended-uploads': `SELECT DISTINCT file_name FROM jobs WHERE state IN ('done', 'failed') AND file_name <> ''`,
  'jobs-expired': `
    -- Between now and the end of a lease that begins now lie all leases that hold; one beyond was made before the clock went back.
    SELECT id, owned, leases, worker FROM jobs WHERE state = 'running' AND lease_until NOT BETWEEN ? AND ? ORDER BY id
  `,
  'jobs-interrupt': `
    -- Running jobs wait again, as if no worker had had them.
    UPDATE jobs SET state = 'queued', stage = '', message = '', worker = '', leases = 0, lease_until = 0, updated_at = ?
    WHERE id = ?
  `,
  'jobs-kept-uploads': `
    -- Files of the latest failed uploads, which may be tried again.
    SELECT file_name FROM jobs WHERE state = 'failed' AND file_name <> '' ORDER BY id DESC LIMIT ?
  `,
  'jobs-list': `
    -- Those that are to be done first, then the latest ended ones. By id: the clock may have been set back.
    SELECT
      id, kind, state, title, stage, done, total, words, message, updated_at AS updatedAt, file_name AS fileName
    FROM jobs
    ORDER BY state IN ('done', 'failed'), CASE WHEN state IN ('done', 'failed') THEN -id ELSE id END
    LIMIT ?
  `,
  'jobs-open': `SELECT kind, state, title, stage, done, total FROM jobs WHERE state IN ('queued', 'running') ORDER BY state, id`,
  'jobs-paused': `SELECT count(*) > 0 FROM meta WHERE key = 'jobs_paused'`,
  'jobs-prune': `
    -- Old ended jobs, but not the one that has just ended. By id: the clock may have been set back.
    DELETE FROM jobs WHERE id <> :ended AND id IN (
      SELECT id FROM jobs WHERE state IN ('done', 'failed') ORDER BY id DESC LIMIT -1 OFFSET :kept
    )
  `,
  'jobs-running': `SELECT id FROM jobs WHERE state = 'running' ORDER BY id`,
  'jobs-waiting-uploads': `SELECT DISTINCT file_name FROM jobs WHERE state IN ('queued', 'running') AND file_name <> ''`,
  'refused-list': `
    SELECT file_name AS fileName, refused_code AS code, coalesce(refused_reason, '') AS reason
    FROM sources WHERE refused_code IS NOT NULL AND refused_code <> '${OTHER_FORMAT}' ORDER BY file_name LIMIT ?
  `,
  'sources-of-other-formats': `
    -- Names that begin with a prefix: of the book's own file, without its extension.
    SELECT file_name FROM sources
    WHERE file_name >= :from AND file_name < :from || char(0x10ffff) AND refused_code = '${OTHER_FORMAT}'
    ORDER BY file_name
  `,
  'source-by-name': `
    SELECT file_name AS fileName, content_hash AS contentHash, pipeline, book_id AS bookId, refused_code AS refusedCode
    FROM sources WHERE file_name = ?
  `,
  'source-catalogued': `UPDATE sources SET catalogue_version = :version WHERE file_name = :name`,
  'source-of-same-content': `
    SELECT file_name FROM sources
    WHERE content_hash = :hash AND file_name <> :name AND book_id IS NOT NULL AND refused_code IS NULL
    ORDER BY file_name LIMIT 1
  `,
  'source-put': `
    INSERT INTO sources (file_name, content_hash, size, modified_ms, pipeline, book_id, refused_code, refused_reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (file_name) DO UPDATE SET
      content_hash = excluded.content_hash, size = excluded.size, modified_ms = excluded.modified_ms,
      pipeline = excluded.pipeline, book_id = excluded.book_id,
      refused_code = excluded.refused_code, refused_reason = excluded.refused_reason
  `,
  'source-release': `
    -- Its book is that of another file from now on.
    UPDATE sources SET book_id = NULL, refused_code = '${OTHER_FORMAT}', refused_reason = :reason WHERE file_name = :name
  `,
  'source-touch': `UPDATE sources SET size = :size, modified_ms = :modified WHERE file_name = :name`,
  'sources-forget-pipeline': `UPDATE sources SET pipeline = '' WHERE book_id IS NOT NULL`,
  'sources-list': `
    SELECT
      file_name AS fileName, content_hash AS contentHash, size, modified_ms AS modifiedMs, pipeline,
      coalesce(book_id, 0) AS bookId, coalesce(refused_code, '') AS refusedCode,
      catalogue_version AS catalogueVersion
    FROM sources ORDER BY file_name
  `,
} as const;
