/**
 * The present instant as SQL: the time of the transaction, moved by as many milliseconds as the clock of a demonstration
 * was (`setting.clock.offset`). Deadlines are judged by it; sessions, lockout and audit run on the real time.
 */
export const NOW = `(now() + coalesce((SELECT (value->>'offset')::float8 FROM setting WHERE key = 'clock'), 0) * interval '1 millisecond')`;
