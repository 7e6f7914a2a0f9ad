#!/usr/bin/env node
/**
 * Checks the published bundle of an election: node verify.mjs BUNDLE [--head0 HEX] [--head I:HEX] [--receipt TRACKER] [--code CODE] [--page FILE]
 *
 * The same checks with the same exit codes as verify.py beside it, written separately; Node 18 or newer, nothing has to be
 * installed. The codes are listed in verify.py and in the product's README.
 */
import { createHash, createHmac, createPublicKey, verify as isSignature } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as zlib from 'node:zlib';

const JSON_FILES = ['manifest.json', 'rules.json', 'tie.json', 'result.json', 'signatures.json'];
const JSON_LINES = ['checkpoints.jsonl', 'ballots.jsonl'];
const LISTS = ['credentials.txt', 'used.txt', 'revoked.txt'];
const ALL = [...JSON_FILES, ...JSON_LINES, ...LISTS];
const OPEN_LIST = 'quarantine.txt';
const HEX = /^[0-9a-f]{64}$/;
const ID = /^[a-z0-9-]{1,36}$/;

class Failed extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const check = (holds, code, message) => {
  if (!holds) throw new Failed(code, message);
};

const same = (a, b) => canonical(a) === canonical(b);

// Reading

const unzip = (bytes) => {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== 0x06054b50) end -= 1;
  check(end >= 0, 2, 'this is no zip file');
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    check(bytes.readUInt32LE(at) === 0x02014b50, 2, 'the archive is damaged');
    const [method, crc, packed] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 20),
    ];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const title = bytes.toString('utf8', at + 46, at + 46 + name);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    const content = method === 0 ? raw : zlib.inflateRawSync(raw);
    check(!files.has(title), 2, 'a file stands twice in the archive');
    check(zlib.crc32 === undefined || zlib.crc32(content) === crc, 2, `${title} is damaged`);
    files.set(title, content);
    at += 46 + name + extra + comment;
  }
  return files;
};

const readFiles = (path) => {
  const isFolder = statSync(path).isDirectory();
  const files = isFolder ? new Map() : unzip(readFileSync(path));
  if (isFolder) {
    for (const name of [...ALL, OPEN_LIST].filter((one) => existsSync(join(path, one))))
      files.set(name, readFileSync(join(path, name)));
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return Object.fromEntries(
    [...ALL, ...(files.has(OPEN_LIST) ? [OPEN_LIST] : [])].map((name) => {
      check(files.has(name), 2, `${name} is missing`);
      return [name, decoder.decode(files.get(name))];
    }),
  );
};

const linesOf = (text) => {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`;
  check(typeof value !== 'number' || Number.isSafeInteger(value), 2, 'a number is not whole, or too large');
  return JSON.stringify(value);
};

const parse = (line, name) => {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Failed(2, `${name} is not JSON`);
  }
  check(canonical(value) === line && !/\\u[d][89a-f]/.test(line), 2, `${name} is not canonical JSON`);
  return value;
};

const parseOne = (text, name) => {
  const lines = linesOf(text);
  check(lines.length === 1, 2, `${name} is not one line`);
  return { line: lines[0], value: parse(lines[0], name) };
};

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasKeys = (value, keys) => isRecord(value) && Object.keys(value).sort().join() === [...keys].sort().join();
const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);

// The hashes of the protocol

const H = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');

const lotKey = ({ secretSeed, publicSeed }, ...parts) =>
  createHmac('sha256', Buffer.concat([Buffer.from(secretSeed, 'hex'), Buffer.from(publicSeed)]))
    .update(parts.join('\0'))
    .digest('hex');

const isSigned = (key, message, signature) => {
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/.test(signature)) return false;
  const der = Buffer.from(`302a300506032b6570032100${key}`, 'hex');
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return isSignature(null, Buffer.from(message), publicKey, Buffer.from(signature, 'hex'));
};

// What was sealed

const isAscending = (lines) => lines.every((line, n) => n === 0 || lines[n - 1] < line);

const checkSealed = (files, texts, options) => {
  const { line, value: manifest } = files['manifest.json'];
  check(isRecord(manifest) && ID.test(String(manifest.election)), 2, 'manifest.json names no election');
  const { election } = manifest;
  const head0 = H('vote/v1/manifest', election, line);
  const chain = files['checkpoints.jsonl'];
  const isChain = chain.length > 0 && chain.every((link) => hasKeys(link, ['head', 'i', 'prev', 'trackers']));
  check(isChain, 2, 'checkpoints.jsonl has another shape');
  check(same(chain[0], { i: 0, prev: '', head: head0, trackers: [] }), 10, `the manifest has the hash ${head0}`);
  check(options.head0 === undefined || options.head0 === head0, 10, `the manifest has the hash ${head0}`);
  check(same(files['rules.json'].value, manifest.rules), 11, 'rules.json differs from the manifest');
  const credentials = linesOf(texts['credentials.txt']);
  const sealed = { count: credentials.length, digest: H('vote/v1/credentials', election, credentials.join('\n')) };
  const isList = isAscending(credentials) && credentials.every((one) => /^[0-9a-f]{64} [a-z0-9_-]{1,40}$/.test(one));
  check(isList && same(manifest.credentials, sealed), 12, 'credentials.txt differs from what was sealed');
  return manifest;
};

const checkChain = (chain, election, options) => {
  let prev = chain[0].head;
  chain.slice(1).forEach((link, n) => {
    const { trackers } = link;
    const isList = Array.isArray(trackers) && trackers.every((one) => typeof one === 'string');
    check(isList, 2, 'a tracker is no text');
    const head = H('vote/v1/checkpoint', election, n + 1, prev, [...trackers].sort().join('\n'));
    const follows = link.i === n + 1 && link.prev === prev && link.head === head && isAscending(trackers);
    check(follows, 13, `checkpoint ${n + 1} does not follow from the one before`);
    prev = head;
  });
  for (const { i, head } of options.heads)
    check(chain[i]?.head === head, 13, `checkpoint ${i} is not the one that was published`);
};

// Ballots and codes

const obeys = (choice, choose, groups) => {
  if (choice.length === 0) return choose.blank;
  if (new Set(choice).size !== choice.length || choice.some((entry) => !groups.has(entry))) return false;
  if (choice.length < choose.min || choice.length > choose.max) return false;
  const { spread } = choose;
  if (spread === undefined) return true;
  return new Set(choice.map((entry) => own(groups.get(entry), spread.by) ?? `\0${entry}`)).size >= spread.min;
};

const isBallot = (ballot) =>
  hasKeys(ballot, ['choice', 'nonce', 'tracker']) &&
  Array.isArray(ballot.choice) &&
  [ballot.tracker, ballot.nonce, ...ballot.choice].every((text) => typeof text === 'string');

const checkBallots = (files, manifest) => {
  const ballots = files['ballots.jsonl'];
  check(ballots.every(isBallot), 2, 'ballots.jsonl has another shape');
  const published = files['checkpoints.jsonl'].flatMap(({ trackers }) => trackers);
  const trackers = ballots.map(({ tracker }) => tracker);
  const isSame = isAscending(trackers) && same(trackers, [...published].sort());
  check(isSame && new Set(published).size === published.length, 14, 'the ballots are not those of the checkpoints');
  const groups = new Map(manifest.candidates.map((candidate) => [candidate.id, candidate.groups]));
  for (const { tracker, nonce, choice } of ballots) {
    const isSorted = same(choice, [...choice].sort());
    const fits = H('vote/v1/tracker', manifest.election, nonce, choice.join(',')) === tracker;
    check(HEX.test(nonce) && isSorted && fits, 15, `the tracker ${tracker} does not fit its ballot`);
    check(obeys(choice, manifest.rules.choose, groups), 16, `the ballot ${tracker} breaks the rules`);
  }
  return ballots;
};

const isOpen = ({ channel }) => channel === 'open';

/** Answers the ballots that count. */
const checkQuarantine = (texts, manifest, { result, ballots }) => {
  const has = texts[OPEN_LIST] !== undefined;
  check(has === isOpen(manifest), 2, 'quarantine.txt belongs to an open vote, and to no other');
  if (!has) return ballots;
  const lines = linesOf(texts[OPEN_LIST]);
  const apart = new Map(lines.map((line) => [line.slice(0, 64), line.slice(65)]));
  const all = new Set(ballots.map(({ tracker }) => tracker));
  const isList = lines.every((line) => /^[0-9a-f]{64} \S+$/.test(line)) && isAscending(lines);
  check(isList && apart.size === lines.length, 27, 'quarantine.txt is not a sorted list of ballots');
  check(
    [...apart.keys()].every((tracker) => all.has(tracker)),
    27,
    'a ballot that is not there is set apart',
  );
  const { limit = [] } = manifest.rules.electorate;
  const known = new Set(limit.map(({ per, window = 'total' }) => `${per}-${window}`));
  const reasons = {};
  for (const reason of apart.values()) {
    check(known.has(reason), 27, 'a ballot is set apart for a limit that was not sealed');
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  const digest = H('vote/v1/quarantine', manifest.election, lines.join('\n'));
  check(
    same(result.quarantined, { count: lines.length, digest, reasons }),
    27,
    'quarantine.txt is not that of the result',
  );
  return ballots.filter(({ tracker }) => !apart.has(tracker));
};

const checkCodes = (texts, manifest, { result, ballots }) => {
  const { election } = manifest;
  const [used, revoked] = [linesOf(texts['used.txt']), linesOf(texts['revoked.txt'])];
  const known = new Set(linesOf(texts['credentials.txt']).map((line) => line.split(' ')[0]));
  const pairs = revoked.map((line) => line.split(' '));
  const old = pairs.map(([one]) => one);
  const fresh = pairs.filter(({ length }) => length === 2).map(([, one]) => one);
  const all = new Set([...known, ...fresh]);
  check(used.every((line) => HEX.test(line)) && isAscending(used), 17, 'used.txt is not a sorted list of codes');
  check(isOpen(manifest) || used.every((line) => all.has(line)), 17, 'a used code is not known');
  const usedDigest = { count: used.length, digest: H('vote/v1/used', election, used.join('\n')) };
  check(same(result.used, usedDigest), 17, 'used.txt is not the list of the result');
  const isList = isAscending(revoked) && revoked.every((line) => /^[0-9a-f]{64}( [0-9a-f]{64})?$/.test(line));
  const isOnce = new Set(old).size === old.length && new Set(fresh).size === fresh.length;
  check(isList && isOnce && !fresh.some((one) => known.has(one)), 18, 'revoked.txt is not a sorted list of codes');
  check(
    old.every((one) => all.has(one)),
    18,
    'a revoked code is not known',
  );
  const gone = new Set(old);
  check(!used.some((one) => gone.has(one)), 18, 'a revoked code was used');
  const revokedDigest = { count: revoked.length, digest: H('vote/v1/revoked', election, revoked.join('\n')) };
  check(same(result.revoked, revokedDigest), 18, 'revoked.txt is not the list of the result');
  check(used.length === ballots.length, 19, `${used.length} codes were used, and there are ${ballots.length} ballots`);
};

// Exact fractions

const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b));
const ratio = (n, d) => {
  const common = divisor(n < 0n ? -n : n, d) || 1n;
  return { n: n / common, d: d / common };
};
const ZERO = ratio(0n, 1n);
const number = (text) => {
  const found = /^(-?)(\d+)(?:\.(\d+)|\/([1-9]\d*))?$/.exec(text);
  check(found !== null, 2, `${text} is no number`);
  const [, sign, before, after = '', below] = found;
  const n = BigInt(before + after) * (sign === '-' ? -1n : 1n);
  return ratio(n, below === undefined ? 10n ** BigInt(after.length) : BigInt(below));
};
const plus = (a, b) => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a, b) => ratio(a.n * b.n, a.d * b.d);
const over = (a, b) => (b.n === 0n ? ZERO : b.n < 0n ? ratio(-a.n * b.d, a.d * -b.n) : ratio(a.n * b.d, a.d * b.n));
const less = (a, b) => a.n * b.d < b.n * a.d;
const order = (a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0);
const shown = ({ n, d }) => (d === 1n ? `${n}` : `${n}/${d}`);
const rounded = ({ n, d }, places) => {
  const unit = 10n ** BigInt(places);
  const [top, bottom] = [2n * n * unit + d, 2n * d];
  const floor = top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom);
  return ratio(floor, unit);
};

// The count

const countOf = ({ candidates }, ballots) => {
  const votes = Object.fromEntries(candidates.map(({ id }) => [id, 0]));
  for (const { choice } of ballots) for (const id of choice) votes[id] += 1;
  const blank = ballots.filter(({ choice }) => choice.length === 0).length;
  return { votes, ballots: ballots.length, blank };
};

const checkVotes = (manifest, result, { ballots, everything }) => {
  if (isOpen(manifest)) check(same(result.raw, countOf(manifest, everything)), 20, 'the raw votes are others');
  const electorate = manifest.credentials.count;
  const { protocol, election } = manifest;
  const counted = { ...countOf(manifest, ballots), electorate, protocol, election };
  const { votes } = counted;
  const told = Object.fromEntries(Object.keys(counted).map((key) => [key, result[key]]));
  check(same(counted, told), 20, `the votes are ${JSON.stringify(votes)}`);
  const { used = 0, share } = manifest.rules.quorum;
  const turnout = over(number(String(ballots.length)), number(String(electorate)));
  const isReached = ballots.length >= used && (share === undefined || !less(turnout, number(share)));
  check(result.quorum === isReached, 21, `the quorum is ${isReached ? '' : 'not '}reached`);
  return votes;
};

const scaled = (value, beside, { scale, bands = [] }) => {
  if (scale === 'votes') return value;
  if (scale === 'rank_bands') {
    const place = 1 + beside.filter((other) => less(value, other)).length;
    const band = bands.find(({ to }) => place <= to);
    return band === undefined || !less(ZERO, value) ? ZERO : number(band.points);
  }
  const most = beside.reduce((best, other) => (less(best, other) ? other : best), ZERO);
  return over(value, scale === 'share_of_max' ? most : beside.reduce(plus, ZERO));
};

const scoresOf = ({ candidates, rules }, sources) =>
  new Map(
    candidates.map((candidate) => {
      const terms = rules.score.map((rule) => {
        const values = sources.get(rule.source) ?? new Map();
        const { within } = rule;
        const groupOf = ({ groups }) => own(groups, within);
        const beside = candidates.filter((one) => within === undefined || groupOf(one) === groupOf(candidate));
        const valueOf = ({ id }) => values.get(id) ?? ZERO;
        const value = scaled(valueOf(candidate), beside.map(valueOf), rule);
        return times(rule.round === undefined ? value : rounded(value, rule.round), number(rule.weight));
      });
      return [candidate.id, terms.reduce(plus, ZERO)];
    }),
  );

const rankingOf = ({ candidates, rules }, scores) => {
  const byRule = (rule, a, b) => {
    const [one, other] = [a.criteria[rule.criterion] ?? null, b.criteria[rule.criterion] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return order(number(one), number(other)) * (rule.order === 'asc' ? 1 : -1);
  };
  const criteria = rules.ties.filter((rule) => 'criterion' in rule);
  const compare = (a, b) =>
    criteria.reduce((found, rule) => found || byRule(rule, a, b), order(scores.get(b.id), scores.get(a.id)));
  const ranking = [];
  let last;
  for (const candidate of [...candidates].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1))) {
    if (last !== undefined && compare(last, candidate) === 0) ranking.at(-1).push(candidate.id);
    else ranking.push([candidate.id]);
    last = candidate;
  }
  return ranking;
};

const only = (ranking, keep) => ranking.map((tied) => tied.filter(keep)).filter((tied) => tied.length > 0);

const fillPlaces = (ranking, { candidates, rules }, breakTie) => {
  const filled = { awards: [], vacant: [], broken: [], open: null };
  const groups = new Map(candidates.map((candidate) => [candidate.id, candidate.groups]));
  const take = (pool, place, seats) => {
    const taken = [];
    for (const tied of pool) {
      const left = seats - taken.length;
      if (left <= 0) break;
      if (tied.length <= left) {
        taken.push(...tied);
        continue;
      }
      const broken = breakTie(tied);
      if (broken === null) filled.open = { entries: tied, place: place.key, seats: left };
      else {
        filled.broken.push(broken);
        taken.push(...broken.slice(0, left));
      }
      break;
    }
    filled.awards.push(...taken.map((entry) => ({ entry, place: place.key })));
    return taken.length;
  };
  const fillPlace = (pool, place) => {
    const groupOf = (entry) => (place.by === undefined ? null : (own(groups.get(entry), place.by) ?? ''));
    const kinds = place.by === undefined ? [null] : [...new Set(pool.flat().map(groupOf))].sort();
    const before = filled.awards.length;
    const vacant = [];
    for (const group of kinds) {
      const count =
        place.count -
        take(
          only(pool, (entry) => groupOf(entry) === group),
          place,
          place.count,
        );
      if (filled.open !== null) return vacant;
      if (count > 0) vacant.push({ place: place.key, group, count });
    }
    if (place.by === undefined || rules.unfilled !== 'move') return vacant;
    const seats = vacant.reduce((sum, { count }) => sum + count, 0);
    const have = new Set(filled.awards.slice(before).map(({ entry }) => entry));
    const left =
      seats -
      take(
        only(pool, (entry) => !have.has(entry)),
        place,
        seats,
      );
    return left > 0 ? [{ place: place.key, group: null, count: left }] : [];
  };
  const cutOf = new Map(rules.places.map(({ key, from = '' }) => [key, from]));
  for (const place of rules.places) {
    const { from = '' } = place;
    const have = new Set(filled.awards.filter((one) => cutOf.get(one.place) === from).map(({ entry }) => entry));
    const earlier = new Set(filled.awards.filter((one) => one.place === from).map(({ entry }) => entry));
    filled.vacant.push(
      ...fillPlace(
        only(ranking, (one) => !have.has(one) && (from === '' || earlier.has(one))),
        place,
      ),
    );
    if (filled.open !== null) break;
  }
  return filled;
};

const breakerOf = ({ election, rules }, seed, decisions) => {
  const byLot = (tied) => {
    const keys = new Map(tied.map((entry) => [entry, lotKey(seed, election, entry)]));
    return [...tied].sort((a, b) => (keys.get(a) < keys.get(b) ? -1 : 1));
  };
  const byDecision = (tied) => {
    const decision = decisions.find((list) => tied.every((entry) => list.includes(entry)));
    return decision === undefined ? null : decision.filter((entry) => tied.includes(entry));
  };
  return rules.ties.some((rule) => 'lot' in rule) ? byLot : byDecision;
};

const checkSeed = ({ election, tieCommitment }, { publicSeed }, seed) => {
  const isSeed = hasKeys(seed, ['publicSeed', 'secretSeed']) && typeof seed.publicSeed === 'string';
  check(isSeed && HEX.test(String(seed.secretSeed)), 22, 'tie.json is no seed');
  const commitment = H('vote/v1/tie-commit', election, seed.secretSeed);
  check(commitment === tieCommitment, 22, 'the seed is not the one that was committed to');
  check(seed.publicSeed === publicSeed, 22, 'the public seed is not the one of the result');
};

const checkRanking = (manifest, result, votes) => {
  const { rules } = manifest;
  const values = (record) => new Map(Object.entries(record).map(([id, text]) => [id, number(String(text))]));
  const sources = new Map(Object.entries(result.sources).map(([name, record]) => [name, values(record)]));
  check(!sources.has(rules.source), 23, 'the votes of this election stand among other sources');
  sources.set(rules.source, values(votes));
  const scores = scoresOf(manifest, sources);
  const told = Object.fromEntries([...scores].map(([id, score]) => [id, shown(score)]));
  check(same(result.scores, told), 23, `the scores are ${JSON.stringify(told)}`);
  const ranking = rankingOf(manifest, scores);
  check(same(result.ranking, ranking), 23, `the ranking is ${JSON.stringify(ranking)}`);
  return { scores, ranking };
};

const NOBODY = { awards: [], vacant: [], broken: [], open: null };

const drawn = ({ election, candidates, rules: { draw } }, withdrawn, seed) => {
  const awards = [];
  const budget = number(draw.budget);
  let spent = ZERO;
  const urn = candidates.filter(({ id, ticket }) => ticket.weight > 0 && !withdrawn.includes(id));
  urn.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let n = 1; urn.length > 0; n += 1) {
    const tickets = urn.reduce((sum, { ticket }) => sum + BigInt(ticket.weight), 0n);
    let left = BigInt(`0x${lotKey(seed, election, 'draw', n)}`) % tickets;
    const at = urn.findIndex(({ ticket }) => (left -= BigInt(ticket.weight)) < 0n);
    const [{ id, ticket }] = urn.splice(at, 1);
    const isPaid = !less(budget, plus(spent, number(ticket.cost)));
    if (!isPaid && draw.overspend === 'skip') continue;
    if (!isPaid && draw.overspend === 'stop') break;
    awards.push({ entry: id, place: 'draw' });
    spent = plus(spent, number(ticket.cost));
    if (!isPaid) break;
  }
  return awards;
};

const checkDraw = (manifest, result, seed) => {
  const awards = result.quorum ? drawn(manifest, result.withdrawn, seed) : [];
  const status = !result.quorum ? 'no-quorum' : awards.length === 0 ? 'empty' : 'done';
  const { lots, vacant, open } = result;
  const told = { status: result.status, awards: result.awards, lots, vacant, open };
  check(
    same({ status, awards, lots: [], vacant: [], open: null }, told),
    25,
    `the draw gives ${JSON.stringify(awards)}`,
  );
};

const checkPlaces = (manifest, result, { scores, ranking, seed }) => {
  const { rules } = manifest;
  const { withdrawn } = result;
  const isKnown = isAscending(withdrawn) && withdrawn.every((entry) => scores.has(entry));
  check(isKnown, 25, 'an entry that is not known was withdrawn');
  if (rules.draw !== undefined) {
    checkDraw(manifest, result, seed);
    return;
  }
  const pool = only(ranking, (entry) => less(ZERO, scores.get(entry)) && !withdrawn.includes(entry));
  let status = !result.quorum ? 'no-quorum' : pool.length === 0 ? 'empty' : 'done';
  let filled = NOBODY;
  if (status === 'done') {
    filled = fillPlaces(pool, manifest, breakerOf(manifest, seed, result.decisions));
    const values = new Map(rules.places.map(({ key, value = '0' }) => [key, number(value)]));
    const cost = filled.awards.map(({ place }) => values.get(place)).reduce(plus, ZERO);
    if (filled.open !== null) status = 'tie';
    else if (rules.budget !== undefined && less(number(rules.budget), cost)) [status, filled] = ['over-budget', NOBODY];
  }
  check(same(result.lots, filled.broken), 24, `the lot falls ${JSON.stringify(filled.broken)}`);
  const { awards, vacant, open } = filled;
  const told = { status: result.status, awards: result.awards, vacant: result.vacant, open: result.open };
  check(same({ status, awards, vacant, open }, told), 25, `the places are ${JSON.stringify({ status, awards })}`);
};

const checkSignatures = ({ receiptKey, election }, files) => {
  check(HEX.test(String(receiptKey)), 26, 'the manifest names no key');
  const chain = files['checkpoints.jsonl'];
  const signatures = files['signatures.json'].value;
  check(hasKeys(signatures, ['head', 'head0', 'result']), 26, 'signatures.json has another shape');
  const messages = {
    head0: H('vote/v1/head', election, 0, chain[0].head),
    head: H('vote/v1/head', election, chain.length - 1, chain.at(-1).head),
    result: H('vote/v1/result', election, files['result.json'].line),
  };
  for (const [name, message] of Object.entries(messages))
    check(isSigned(receiptKey, message, signatures[name]), 26, `the signature of ${name} does not hold`);
};

// One's own ballot

const normalised = (typed) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u00ad\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

const checkOwn = (texts, { election }, { ballots, receipt, code }) => {
  const isCounted = receipt === undefined || ballots.some(({ tracker }) => tracker === receipt);
  check(isCounted, 30, "the receipt's ballot is not counted");
  if (code === undefined) return;
  const commitment = H('vote/v1/code', election, normalised(code));
  const pairs = linesOf(texts['revoked.txt']).map((line) => line.split(' '));
  const known = [...linesOf(texts['credentials.txt']).map((line) => line.split(' ')[0]), ...pairs.flat()];
  check(known.includes(commitment), 32, 'the code is not known');
  check(!pairs.some(([old]) => old === commitment), 33, 'the code was revoked');
  check(linesOf(texts['used.txt']).includes(commitment), 31, 'the code was not used');
};

const checkPage = ({ booth = {} }, { page }) => {
  if (page === undefined) return;
  const digest = createHash('sha256').update(readFileSync(page)).digest('hex');
  check(Object.values(booth).includes(digest), 34, `the page has the hash ${digest}, which was not sealed`);
};

const RESULT_KEYS =
  'awards ballots blank decisions election electorate extendedTo lots open protocol publicSeed quorum ranking revoked scores sources status used vacant votes withdrawn';

const verify = (path, options) => {
  const texts = readFiles(path);
  const files = Object.fromEntries([
    ...JSON_FILES.map((name) => [name, parseOne(texts[name], name)]),
    ...JSON_LINES.map((name) => [name, linesOf(texts[name]).map((line) => parse(line, name))]),
  ]);
  const manifest = checkSealed(files, texts, options);
  checkChain(files['checkpoints.jsonl'], manifest.election, options);
  const ballots = checkBallots(files, manifest);
  const result = files['result.json'].value;
  const keys = [...RESULT_KEYS.split(' '), ...(isOpen(manifest) ? ['quarantined', 'raw'] : [])];
  check(hasKeys(result, keys), 2, 'result.json has another shape');
  checkCodes(texts, manifest, { result, ballots });
  const counted = checkQuarantine(texts, manifest, { result, ballots });
  const votes = checkVotes(manifest, result, { ballots: counted, everything: ballots });
  const seed = files['tie.json'].value;
  checkSeed(manifest, result, seed);
  checkPlaces(manifest, result, { ...checkRanking(manifest, result, votes), seed });
  checkSignatures(manifest, files);
  checkOwn(texts, manifest, { ...options, ballots });
  checkPage(manifest, options);
  const links = files['checkpoints.jsonl'].length - 1;
  const apart = ballots.length - counted.length;
  return [
    `${manifest.election}: ${ballots.length} ballots, ${links} checkpoints, everything holds`,
    ...(isOpen(manifest)
      ? [
          `an open vote: ${counted.length} ballots counted, ${apart} set apart; ` +
            'nobody was entitled by a code, so who cast them is not proven',
        ]
      : []),
    ...Object.entries(manifest.booth ?? {}).map(([name, one]) => `sealed page of the booth: ${name} sha256 ${one}`),
  ].join('\n');
};

const readOptions = (words) => {
  const options = { heads: [] };
  const paths = [];
  for (let n = 0; n < words.length; n += 1) {
    const word = words[n];
    if (!word.startsWith('--')) {
      paths.push(word);
      continue;
    }
    const value = words[(n += 1)];
    if (value === undefined) return undefined;
    if (word === '--head') options.heads.push({ i: Number(value.split(':')[0]), head: value.split(':')[1] });
    else if (['--head0', '--receipt', '--code', '--page'].includes(word)) options[word.slice(2)] = value;
    else return undefined;
  }
  return paths.length === 1 ? { path: paths[0], options } : undefined;
};

/** The exit code. */
export const main = (words) => {
  const order = readOptions(words);
  if (order === undefined) {
    console.error(
      'node verify.mjs BUNDLE [--head0 HEX] [--head I:HEX]... [--receipt TRACKER] [--code CODE] [--page FILE]',
    );
    return 2;
  }
  try {
    console.log(verify(order.path, order.options));
    return 0;
  } catch (error) {
    const code = error instanceof Failed ? error.code : 2;
    console.log(`${code}: ${error.message}`);
    return code;
  }
};

const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
