#!/usr/bin/env python3
"""Checks the published bundle of an election: python3 verify.py BUNDLE [options]

BUNDLE is the zip file or the folder it was unpacked to. Python 3.8 or newer; nothing has to be installed.

  --head0 HEX        the hash that was published (and printed) before voting began
  --head I:HEX       a checkpoint that was published while voting was open; may be repeated
  --receipt TRACKER  also: is this ballot counted?
  --code CODE        also: was this code used?
  --page FILE        also: is this the page of the booth that was sealed?

The exit code says which check failed:
   0  everything holds
   2  the bundle cannot be read: a file is missing or not in canonical form
  10  the manifest does not have the hash that was published
  11  rules.json differs from the rules in the manifest
  12  credentials.txt differs from the list that was sealed
  13  the chain of checkpoints is broken
  14  the ballots are not those of the checkpoints
  15  a ballot's tracker does not fit its nonce and choice
  16  a ballot breaks the rules of choosing
  17  a used code is unknown or stands twice, or used.txt differs from the result's digest
  18  a revoked code is unknown or was used, or revoked.txt differs from the result's digest
  19  there are not as many ballots as used codes
  20  the votes were counted wrongly
  21  the quorum was judged wrongly
  22  the seed of the lot is not the one that was committed to
  23  scores or ranking are wrong
  24  the order of a lot is wrong
  25  places were filled wrongly, or cost more than the budget
  26  a signature does not hold
  27  quarantine.txt differs from the result, or sets apart what no sealed limit could
  30  the receipt's ballot is not counted     31  the code was not used
  32  the code is not known                   33  the code was revoked
  34  the page is not the one that was sealed

An open vote (channel "open") asks for no code: whoever wanted could vote, and again. Checked is that every ballot that was
taken is published, that those set apart are named with the sealed limit that they went beyond, and both counts. Who cast
a ballot, and whether it truly went beyond its limit, cannot be told from the bundle.
"""
import hashlib
import hmac
import json
import os
import re
import sys
import unicodedata
import zipfile
from fractions import Fraction

JSON_FILES = ["manifest.json", "rules.json", "tie.json", "result.json", "signatures.json"]
JSON_LINES = ["checkpoints.jsonl", "ballots.jsonl"]
LISTS = ["credentials.txt", "used.txt", "revoked.txt"]
OPEN_LIST = "quarantine.txt"
HEX = re.compile(r"[0-9a-f]{64}\Z")
ID = re.compile(r"[a-z0-9-]{1,36}\Z")


class Failed(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def check(holds, code, message):
    if not holds:
        raise Failed(code, message)


# ---- reading -------------------------------------------------------------------------------------------------------


def read_files(path):
    if os.path.isdir(path):
        names = [name for name in JSON_FILES + JSON_LINES + LISTS + [OPEN_LIST] if os.path.isfile(os.path.join(path, name))]
        files = {}
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                files[name] = file.read()
    else:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            check(len(set(names)) == len(names), 2, "a file stands twice in the archive")
            files = {name: archive.read(name) for name in names}
    texts = {}
    for name in JSON_FILES + JSON_LINES + LISTS:
        check(name in files, 2, name + " is missing")
        texts[name] = files[name].decode("utf-8")
    if OPEN_LIST in files:
        texts[OPEN_LIST] = files[OPEN_LIST].decode("utf-8")
    return texts


def lines_of(text):
    lines = [line[:-1] if line.endswith("\r") else line for line in text.split("\n")]
    return lines[:-1] if lines[-1] == "" else lines


def refuse(text):
    raise ValueError("a number that is not whole: " + text)


def whole(text):
    value = int(text)
    check(abs(value) < 2**53, 2, "a number is too large")
    return value


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def parse(line, name):
    try:
        value = json.loads(line, parse_float=refuse, parse_constant=refuse, parse_int=whole)
    except (ValueError, RecursionError):
        raise Failed(2, name + " is not JSON")
    check(canonical(value) == line, 2, name + " is not canonical JSON")
    return value


def parse_one(text, name):
    lines = lines_of(text)
    check(len(lines) == 1, 2, name + " is not one line")
    return lines[0], parse(lines[0], name)


def has_keys(value, keys):
    return isinstance(value, dict) and sorted(value) == sorted(keys)


# ---- the hashes of the protocol ------------------------------------------------------------------------------------


def H(*parts):
    return hashlib.sha256("\0".join(str(part) for part in parts).encode("utf-8")).hexdigest()


def lot_key(seed, *parts):
    key = bytes.fromhex(seed["secretSeed"]) + seed["publicSeed"].encode("utf-8")
    return hmac.new(key, "\0".join(str(part) for part in parts).encode("utf-8"), hashlib.sha256).hexdigest()


# Ed25519 as RFC 8032 has it; slow, and there are three signatures.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * I % P
    if (x * x - square) % P != 0 or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, p):
    total = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            total = add(total, p)
        p, scalar = add(p, p), scalar >> 1
    return total


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, message, signature):
    if not isinstance(signature, str) or not re.match(r"[0-9a-f]{128}\Z", signature):
        return False
    raw, public = bytes.fromhex(signature), bytes.fromhex(key)
    a, r, s = point(public), point(raw[:32]), int.from_bytes(raw[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(raw[:32] + public + message.encode("ascii")).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# ---- what was sealed -----------------------------------------------------------------------------------------------


def is_ascending(lines):
    return all(a < b for a, b in zip(lines, lines[1:]))


def check_sealed(files, texts, options):
    text, manifest = files["manifest.json"]
    check(isinstance(manifest, dict) and ID.match(str(manifest.get("election"))), 2, "manifest.json names no election")
    election = manifest["election"]
    head0 = H("vote/v1/manifest", election, text)
    chain = files["checkpoints.jsonl"]
    keys = ["head", "i", "prev", "trackers"]
    check(len(chain) > 0 and all(has_keys(link, keys) for link in chain), 2, "checkpoints.jsonl has another shape")
    start = {"head": head0, "i": 0, "prev": "", "trackers": []}
    check(chain[0] == start, 10, "the manifest has the hash %s, the chain starts otherwise" % head0)
    check(options["head0"] in (None, head0), 10, "the manifest has the hash %s, not the published one" % head0)
    check(files["rules.json"][1] == manifest["rules"], 11, "rules.json differs from the manifest")
    credentials = lines_of(texts["credentials.txt"])
    sealed = {"count": len(credentials), "digest": H("vote/v1/credentials", election, "\n".join(credentials))}
    shape = re.compile(r"[0-9a-f]{64} [a-z0-9_-]{1,40}\Z")
    good = is_ascending(credentials) and all(shape.match(line) for line in credentials)
    check(good and manifest["credentials"] == sealed, 12, "credentials.txt differs from what was sealed")
    return manifest


def check_chain(chain, election, options):
    prev = chain[0]["head"]
    for i, link in enumerate(chain[1:], 1):
        trackers = link["trackers"]
        check(isinstance(trackers, list) and all(isinstance(one, str) for one in trackers), 2, "a tracker is no text")
        head = H("vote/v1/checkpoint", election, i, prev, "\n".join(sorted(trackers)))
        good = link["i"] == i and link["prev"] == prev and link["head"] == head and is_ascending(trackers)
        check(good, 13, "checkpoint %d does not follow from the one before" % i)
        prev = head
    for i, head in options["heads"]:
        good = i < len(chain) and chain[i]["head"] == head
        check(good, 13, "checkpoint %d is not the one that was published" % i)


# ---- ballots and codes ---------------------------------------------------------------------------------------------


def check_ballots(files, manifest):
    ballots, election = files["ballots.jsonl"], manifest["election"]
    check(all(has_keys(ballot, ["choice", "nonce", "tracker"]) for ballot in ballots), 2, "ballots.jsonl has another shape")
    for ballot in ballots:
        texts = [ballot["tracker"], ballot["nonce"]] + (ballot["choice"] if isinstance(ballot["choice"], list) else [None])
        check(all(isinstance(text, str) for text in texts), 2, "ballots.jsonl has another shape")
    published = [tracker for link in files["checkpoints.jsonl"] for tracker in link["trackers"]]
    trackers = [ballot["tracker"] for ballot in ballots]
    good = is_ascending(trackers) and len(set(published)) == len(published) and trackers == sorted(published)
    check(good, 14, "the ballots are not those of the checkpoints")
    choose = manifest["rules"]["choose"]
    groups = {candidate["id"]: candidate["groups"] for candidate in manifest["candidates"]}
    for ballot in ballots:
        tracker = H("vote/v1/tracker", election, ballot["nonce"], ",".join(ballot["choice"]))
        good = HEX.match(ballot["nonce"]) and ballot["choice"] == sorted(ballot["choice"]) and tracker == ballot["tracker"]
        check(good, 15, "the tracker %s does not fit its ballot" % ballot["tracker"])
        check(obeys(ballot["choice"], choose, groups), 16, "the ballot %s breaks the rules" % ballot["tracker"])
    return ballots


def obeys(choice, choose, groups):
    if not choice:
        return choose["blank"]
    if len(set(choice)) != len(choice) or any(entry not in groups for entry in choice):
        return False
    if not choose["min"] <= len(choice) <= choose["max"]:
        return False
    spread = choose.get("spread")
    return spread is None or len({groups[entry].get(spread["by"], "\0" + entry) for entry in choice}) >= spread["min"]


def is_open(manifest):
    return manifest["channel"] == "open"


def check_quarantine(texts, manifest, result, ballots):
    check((OPEN_LIST in texts) == is_open(manifest), 2, "quarantine.txt belongs to an open vote, and to no other")
    if not is_open(manifest):
        return ballots
    lines = lines_of(texts[OPEN_LIST])
    parts = [line.split(" ") for line in lines]
    check(all(len(part) == 2 and HEX.match(part[0]) for part in parts), 27, "quarantine.txt has another shape")
    apart, reasons = {part[0] for part in parts}, {}
    for part in parts:
        reasons[part[1]] = reasons.get(part[1], 0) + 1
    good = is_ascending(lines) and len(apart) == len(lines) and apart <= {ballot["tracker"] for ballot in ballots}
    check(good, 27, "quarantine.txt is not a sorted list of ballots")
    limits = manifest["rules"]["electorate"].get("limit", [])
    known = {limit["per"] + "-" + limit.get("window", "total") for limit in limits}
    check(set(reasons) <= known, 27, "a ballot is set apart for a limit that was not sealed")
    digest = H("vote/v1/quarantine", manifest["election"], "\n".join(lines))
    told = {"count": len(lines), "digest": digest, "reasons": reasons}
    check(result["quarantined"] == told, 27, "quarantine.txt is not the list of the result")
    return [ballot for ballot in ballots if ballot["tracker"] not in apart]


def check_codes(texts, manifest, result, ballots):
    election = manifest["election"]
    known = {line.split(" ")[0] for line in lines_of(texts["credentials.txt"])}
    used, revoked = lines_of(texts["used.txt"]), lines_of(texts["revoked.txt"])
    shape = re.compile(r"[0-9a-f]{64}( [0-9a-f]{64})?\Z")
    pairs = [line.split(" ") for line in revoked]
    new = [pair[1] for pair in pairs if len(pair) == 2]
    old = [pair[0] for pair in pairs]
    check(all(HEX.match(line) for line in used) and is_ascending(used), 17, "used.txt is not a sorted list of codes")
    check(is_open(manifest) or set(used) <= known | set(new), 17, "a used code is not known")
    digest = {"count": len(used), "digest": H("vote/v1/used", election, "\n".join(used))}
    check(result["used"] == digest, 17, "used.txt is not the list of the result")
    good = all(shape.match(line) for line in revoked) and is_ascending(revoked) and len(set(old)) == len(old)
    check(good and len(set(new)) == len(new) and not set(new) & known, 18, "revoked.txt is not a sorted list of codes")
    check(set(old) <= known | set(new), 18, "a revoked code is not known")
    check(not set(used) & set(old), 18, "a revoked code was used")
    digest = {"count": len(revoked), "digest": H("vote/v1/revoked", election, "\n".join(revoked))}
    check(result["revoked"] == digest, 18, "revoked.txt is not the list of the result")
    check(len(used) == len(ballots), 19, "%d codes were used, and there are %d ballots" % (len(used), len(ballots)))


# ---- the count -----------------------------------------------------------------------------------------------------


def votes_of(manifest, ballots):
    votes = {candidate["id"]: 0 for candidate in manifest["candidates"]}
    for ballot in ballots:
        for entry in ballot["choice"]:
            votes[entry] += 1
    return votes, sum(1 for ballot in ballots if not ballot["choice"])


def check_votes(manifest, result, ballots, everything):
    votes, blank = votes_of(manifest, ballots)
    if is_open(manifest):
        raw, raw_blank = votes_of(manifest, everything)
        told = {"votes": raw, "ballots": len(everything), "blank": raw_blank}
        check(result["raw"] == told, 20, "the votes before any was set apart are %s" % raw)
    counted = (votes, len(ballots), blank, manifest["credentials"]["count"], manifest["protocol"], manifest["election"])
    told = tuple(result[key] for key in ("votes", "ballots", "blank", "electorate", "protocol", "election"))
    check(counted == told, 20, "the votes are %s" % votes)
    quorum = manifest["rules"]["quorum"]
    electorate = manifest["credentials"]["count"]
    share = Fraction(len(ballots), electorate) if electorate else Fraction(0)
    reached = len(ballots) >= quorum.get("used", 0) and ("share" not in quorum or share >= Fraction(quorum["share"]))
    check(result["quorum"] is reached, 21, "the quorum is %sreached" % ("" if reached else "not "))
    return votes


def text(value):
    return str(value.numerator) if value.denominator == 1 else "%d/%d" % (value.numerator, value.denominator)


def scaled(value, beside, rule):
    if rule["scale"] == "votes":
        return value
    if rule["scale"] == "rank_bands":
        place = 1 + sum(1 for other in beside if other > value)
        bands = [band for band in rule.get("bands", []) if place <= band["to"]]
        return Fraction(bands[0]["points"]) if bands and value > 0 else Fraction(0)
    whole_value = max(beside + [Fraction(0)]) if rule["scale"] == "share_of_max" else sum(beside)
    return value / whole_value if whole_value != 0 else Fraction(0)


def scores_of(manifest, sources):
    candidates, scores = manifest["candidates"], {}
    for candidate in candidates:
        total = Fraction(0)
        for rule in manifest["rules"]["score"]:
            values, within = sources.get(rule["source"], {}), rule.get("within")
            group = candidate["groups"].get(within)
            beside = [c for c in candidates if within is None or c["groups"].get(within) == group]
            term = scaled(values.get(candidate["id"], Fraction(0)), [values.get(c["id"], Fraction(0)) for c in beside], rule)
            if "round" in rule:
                unit = 10 ** rule["round"]
                term = Fraction((term * unit + Fraction(1, 2)).__floor__(), unit)
            total += term * Fraction(rule["weight"])
        scores[candidate["id"]] = total
    return scores


def ranking_of(manifest, scores):
    def key(candidate):
        parts = [-scores[candidate["id"]]]
        for rule in manifest["rules"]["ties"]:
            if "criterion" in rule:
                criteria = candidate["criteria"]
                value = criteria[rule["criterion"]] if rule["criterion"] < len(criteria) else None
                sign = 1 if rule["order"] == "asc" else -1
                parts.append((1, 0) if value is None else (0, sign * Fraction(value)))
        return parts

    ranking, last = [], None
    for candidate in sorted(manifest["candidates"], key=lambda one: (key(one), one["id"])):
        if key(candidate) == last:
            ranking[-1].append(candidate["id"])
        else:
            ranking.append([candidate["id"]])
        last = key(candidate)
    return ranking


class Places:
    """Fills places from a ranking; a tie across a boundary is broken, never a place added."""

    def __init__(self, manifest, break_tie):
        self.rules, self.break_tie = manifest["rules"], break_tie
        self.groups = {candidate["id"]: candidate["groups"] for candidate in manifest["candidates"]}
        self.awards, self.vacant, self.broken, self.open = [], [], [], None

    def take(self, ranking, place, seats):
        taken = []
        for tied in ranking:
            left = seats - len(taken)
            if left <= 0 or self.open is not None:
                break
            if len(tied) <= left:
                taken += tied
                continue
            order = self.break_tie(tied)
            if order is None:
                self.open = {"entries": tied, "place": place["key"], "seats": left}
            else:
                self.broken.append(order)
                taken += order[:left]
                break
        self.awards += [{"entry": entry, "place": place["key"]} for entry in taken]
        return len(taken)

    def fill_place(self, ranking, place):
        by, before = place.get("by"), len(self.awards)
        entries = [entry for tied in ranking for entry in tied]
        groups = sorted({self.groups[entry].get(by, "") for entry in entries}) if by else [None]
        vacant = []
        for group in groups:
            own = only(ranking, lambda entry: by is None or self.groups[entry].get(by, "") == group)
            count = place["count"] - self.take(own, place, place["count"])
            if self.open is not None:
                self.vacant += vacant
                return
            if count > 0:
                vacant.append({"count": count, "group": group, "place": place["key"]})
        if by is not None and self.rules["unfilled"] == "move":
            seats = sum(one["count"] for one in vacant)
            have = {award["entry"] for award in self.awards[before:]}
            left = seats - self.take(only(ranking, lambda entry: entry not in have), place, seats)
            vacant = [{"count": left, "group": None, "place": place["key"]}] if left > 0 else []
        self.vacant += vacant

    def fill(self, ranking):
        cut_of = {place["key"]: place.get("from", "") for place in self.rules["places"]}
        for place in self.rules["places"]:
            cut = place.get("from", "")
            have = {award["entry"] for award in self.awards if cut_of[award["place"]] == cut}
            earlier = {award["entry"] for award in self.awards if award["place"] == cut}
            self.fill_place(only(ranking, lambda entry: entry not in have and (cut == "" or entry in earlier)), place)
            if self.open is not None:
                return

    def cost(self):
        value_of = {place["key"]: Fraction(place.get("value", "0")) for place in self.rules["places"]}
        return sum(value_of[award["place"]] for award in self.awards)


def only(ranking, keep):
    groups = [[entry for entry in tied if keep(entry)] for tied in ranking]
    return [tied for tied in groups if tied]


def breaker(manifest, seed, decisions):
    def by_lot(tied):
        return sorted(tied, key=lambda entry: lot_key(seed, manifest["election"], entry))

    def by_decision(tied):
        decision = next((one for one in decisions if set(tied) <= set(one)), None)
        return None if decision is None else [entry for entry in decision if entry in tied]

    return by_lot if any("lot" in rule for rule in manifest["rules"]["ties"]) else by_decision


def check_result(manifest, result, votes, seed):
    good = isinstance(seed.get("secretSeed"), str) and HEX.match(seed["secretSeed"]) and isinstance(seed.get("publicSeed"), str)
    check(good and has_keys(seed, ["publicSeed", "secretSeed"]), 22, "tie.json is no seed")
    commitment = H("vote/v1/tie-commit", manifest["election"], seed["secretSeed"])
    check(commitment == manifest["tieCommitment"], 22, "the seed is not the one that was committed to")
    check(seed["publicSeed"] == result["publicSeed"], 22, "the public seed is not the one of the result")
    rules = manifest["rules"]
    sources = {name: {entry: Fraction(value) for entry, value in values.items()} for name, values in result["sources"].items()}
    check(rules["source"] not in sources, 23, "the votes of this election stand among other sources")
    sources[rules["source"]] = {entry: Fraction(count) for entry, count in votes.items()}
    scores = scores_of(manifest, sources)
    told = {entry: text(score) for entry, score in scores.items()}
    check(result["scores"] == told, 23, "the scores are %s" % told)
    ranking = ranking_of(manifest, scores)
    check(result["ranking"] == ranking, 23, "the ranking is %s" % ranking)
    check_places(manifest, result, scores, (ranking, seed))


def drawn(manifest, withdrawn, seed):
    rule, spent, awards = manifest["rules"]["draw"], Fraction(0), []
    urn = [one for one in sorted(manifest["candidates"], key=lambda one: one["id"])
           if one["ticket"]["weight"] > 0 and one["id"] not in withdrawn]
    n = 0
    while urn:
        n += 1
        ticket = int(lot_key(seed, manifest["election"], "draw", n), 16) % sum(one["ticket"]["weight"] for one in urn)
        at = 0
        while ticket >= urn[at]["ticket"]["weight"]:
            ticket -= urn[at]["ticket"]["weight"]
            at += 1
        one = urn.pop(at)
        cost = Fraction(one["ticket"]["cost"])
        paid = spent + cost <= Fraction(rule["budget"])
        if not paid and rule["overspend"] == "skip":
            continue
        if not paid and rule["overspend"] == "stop":
            break
        awards.append({"entry": one["id"], "place": "draw"})
        spent += cost
        if not paid:
            break
    return awards


def check_draw(manifest, result, seed):
    awards = drawn(manifest, result["withdrawn"], seed) if result["quorum"] else []
    status = "no-quorum" if not result["quorum"] else "done" if awards else "empty"
    told = (result["status"], result["awards"], result["vacant"], result["open"], result["lots"])
    check((status, awards, [], None, []) == told, 25, "the draw gives %s" % awards)


def check_places(manifest, result, scores, given):
    ranking, seed = given
    rules, withdrawn = manifest["rules"], result["withdrawn"]
    check(is_ascending(withdrawn) and set(withdrawn) <= set(scores), 25, "an entry that is not known was withdrawn")
    if "draw" in rules:
        return check_draw(manifest, result, seed)
    places = Places(manifest, breaker(manifest, seed, result["decisions"]))
    pool = only(ranking, lambda entry: scores[entry] > 0 and entry not in withdrawn)
    status = "no-quorum" if not result["quorum"] else "empty" if not pool else "done"
    if status == "done":
        places.fill(pool)
        status = "tie" if places.open is not None else "done"
        if status == "done" and "budget" in rules and places.cost() > Fraction(rules["budget"]):
            status, places = "over-budget", Places(manifest, None)
    check(result["lots"] == places.broken, 24, "the lot falls %s" % places.broken)
    filled = (status, places.awards, places.vacant, places.open)
    told = (result["status"], result["awards"], result["vacant"], result["open"])
    check(filled == told, 25, "the places are %s" % (filled,))


def check_signatures(manifest, files):
    key, election = manifest["receiptKey"], manifest["election"]
    check(isinstance(key, str) and HEX.match(key), 26, "the manifest names no key")
    chain, signatures = files["checkpoints.jsonl"], files["signatures.json"][1]
    check(has_keys(signatures, ["head", "head0", "result"]), 26, "signatures.json has another shape")
    messages = {
        "head0": H("vote/v1/head", election, 0, chain[0]["head"]),
        "head": H("vote/v1/head", election, len(chain) - 1, chain[-1]["head"]),
        "result": H("vote/v1/result", election, files["result.json"][0]),
    }
    for name, message in messages.items():
        check(is_signed(key, message, signatures[name]), 26, "the signature of %s does not hold" % name)


# ---- one's own ballot ----------------------------------------------------------------------------------------------


def normalised(typed):
    code = unicodedata.normalize("NFKC", typed).upper()
    code = re.sub(r"[\s\u00ad\u2010-\u2015\u2212\u200b-\u200d\u2060\ufeff-]", "", code)
    return code.replace("O", "0").replace("I", "1").replace("L", "1")


def check_own(texts, manifest, ballots, options):
    receipt, code = options["receipt"], options["code"]
    check(receipt is None or any(ballot["tracker"] == receipt for ballot in ballots), 30, "the receipt's ballot is not counted")
    if code is None:
        return
    commitment = H("vote/v1/code", manifest["election"], normalised(code))
    revoked = [line.split(" ") for line in lines_of(texts["revoked.txt"])]
    known = {line.split(" ")[0] for line in lines_of(texts["credentials.txt"])} | {one for pair in revoked for one in pair}
    check(commitment in known, 32, "the code is not known")
    check(commitment not in {pair[0] for pair in revoked}, 33, "the code was revoked")
    check(commitment in set(lines_of(texts["used.txt"])), 31, "the code was not used")


def check_page(manifest, options):
    if options["page"] is None:
        return
    with open(options["page"], "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    check(digest in manifest.get("booth", {}).values(), 34, "the page has the hash %s, which was not sealed" % digest)


RESULT_KEYS = "awards ballots blank decisions election electorate extendedTo lots open protocol publicSeed quorum ranking revoked scores sources status used vacant votes withdrawn"


def verify(path, options):
    texts = read_files(path)
    files = {name: parse_one(texts[name], name) for name in JSON_FILES}
    files.update({name: [parse(line, name) for line in lines_of(texts[name])] for name in JSON_LINES})
    manifest = check_sealed(files, texts, options)
    check_chain(files["checkpoints.jsonl"], manifest["election"], options)
    ballots = check_ballots(files, manifest)
    result = files["result.json"][1]
    keys = RESULT_KEYS.split(" ") + (["quarantined", "raw"] if is_open(manifest) else [])
    check(has_keys(result, keys), 2, "result.json has another shape")
    check_codes(texts, manifest, result, ballots)
    counted = check_quarantine(texts, manifest, result, ballots)
    votes = check_votes(manifest, result, counted, ballots)
    check_result(manifest, result, votes, files["tie.json"][1])
    check_signatures(manifest, files)
    check_own(texts, manifest, ballots, options)
    check_page(manifest, options)
    told = "%s: %d ballots, %d checkpoints, everything holds" % (
        manifest["election"], len(ballots), len(files["checkpoints.jsonl"]) - 1)
    if is_open(manifest):
        told += "\nan open vote: %d ballots counted, %d set apart; nobody was entitled by a code, so who cast them is not proven" % (
            len(counted), len(ballots) - len(counted))
    for name, digest in sorted(manifest.get("booth", {}).items()):
        told += "\nsealed page of the booth: %s sha256 %s" % (name, digest)
    return told


def read_options(words):
    options, paths = {"head0": None, "heads": [], "receipt": None, "code": None, "page": None}, []
    words = iter(words)
    for word in words:
        if word == "--head":
            i, _, head = next(words).partition(":")
            options["heads"].append((int(i), head))
        elif word in ("--head0", "--receipt", "--code", "--page"):
            options[word[2:]] = next(words)
        else:
            paths.append(word)
    if len(paths) != 1 or paths[0].startswith("-"):
        raise StopIteration
    return paths[0], options


def main(words):
    try:
        path, options = read_options(words)
    except (StopIteration, ValueError):
        sys.stderr.write(__doc__)
        return 2
    try:
        print(verify(path, options))
        return 0
    except Failed as failed:
        print("%d: %s" % (failed.code, failed))
        return failed.code
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, zipfile.BadZipFile) as error:
        print("2: the bundle cannot be read: %r" % error)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
