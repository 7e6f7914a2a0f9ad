import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import type { BeginCase, BegunCase, SignUpLink, StartOffer, Starts } from '../../contract/wire/start.ts';
import type { Organisation } from '../../engine/case.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import { publicStarters, startByPeople } from '../../engine/start-rule.ts';
import { isStarter, starterOf, startRefusal, startWindow } from '../../engine/start.ts';
import { personKey, requestHash } from '../cases/idempotency.ts';
import { PeersRepository } from '../cases/peers.repository.ts';
import { locksOf } from '../cases/peers.service.ts';
import { PublishedWorkflows } from '../cases/published-workflows.ts';
import { refusalError, refusalSentence } from '../cases/refusals.ts';
import { personOf } from '../cases/visibility.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { RunningModel } from '../models.ts';
import { BeginService } from './begin.service.ts';
import { blankOf, StartFacts, type Wanted } from './start-facts.service.ts';
import { StartsRepository, type StoredAnswer } from './starts.repository.ts';

/** More organisations are found by a word. */
const MOST_PLACES = 20;

export interface Asked {
  who: Identity;
  key: string | undefined;
  language: string;
}

/** Cases that people begin. */
@Injectable()
export class StartsService {
  constructor(
    private readonly workflows: PublishedWorkflows,
    private readonly starts: StartsRepository,
    private readonly facts: StartFacts,
    private readonly peers: PeersRepository,
    private readonly begin: BeginService,
  ) {}

  /** What the person may begin, and the pages for sign-ups that the person may hand on. */
  async offers(who: Identity, word: string | undefined, language: string): Promise<Starts> {
    const published = await this.workflows.now();
    const now = await this.starts.now();
    const mine = published.filter((running) => takesPart(who, running));
    const byPeople = mine.filter(({ model }) => startByPeople(model.workflow) !== null);
    const offers = byPeople
      .filter(({ model }) => publicStarters(model.workflow).length === 0)
      .map((running) => this.offer({ running, who, now, word, language }));
    return {
      offers: (await Promise.all(offers)).filter((offer) => offer !== null),
      links: byPeople.flatMap((running) => linkOf(running, who, language)),
    };
  }

  /** Begins a case for the person: once for the key. */
  async start({ who, key, language }: Asked, body: BeginCase): Promise<BegunCase> {
    const commandKey = personKey(who.person.id, key);
    const hash = requestHash('start', body);
    const running = await this.running(body);
    const now = await this.starts.now();
    const organisation = await this.organisationOf(running, body.organisation, now);
    const wanted: Wanted = { running, organisation, person: personOf(who, running.programmeId), now };
    // Read once beforehand, so that no version has to be read while something is held.
    await this.facts.wish(wanted);
    const names = [`start ${running.workflowId}`, ...locksOf(running, blankOf(wanted), now.getTime())];
    return this.peers.holding(names, async (sql) => {
      const stored = await this.starts.answered(commandKey, sql);
      if (stored !== undefined) return replayed(stored, hash);
      const wish = await this.facts.wish(wanted, sql);
      const refused = startRefusal(running.model, wish, now.getTime());
      if (refused !== null) throw refusalError(refused, language);
      const one = this.begin.prepare({
        ...{ running, organisation, facts: wish.facts, now, source: null, commandKey },
        actor: starterOf(running.model, wish, now.getTime()),
        answer: (id) => ({ key: commandKey, requestHash: hash, result: { id } }),
      });
      await this.begin.create(one, now, sql);
      return { id: one.changes.case.id };
    });
  }

  private async running({ programme, workflow }: BeginCase): Promise<RunningModel> {
    // A case begins by the rules of this moment, not by those of two seconds ago.
    const published = await this.workflows.read();
    const found = published.find(({ model }) => model.programme.key === programme && model.workflow.key === workflow);
    const isForPeople = found !== undefined && startByPeople(found.model.workflow) !== null;
    if (!isForPeople || publicStarters(found.model.workflow).length > 0) throw new DomainError('not-found');
    return found;
  }

  private async organisationOf(running: RunningModel, id: string | null, now: Date): Promise<Organisation | null> {
    const isOfProgramme = running.model.workflow.subject.per.includes('programme');
    if (isOfProgramme !== (id === null)) throw new DomainError('not-found');
    const facts = id === null ? undefined : await this.starts.organisation(id);
    if (id !== null && facts === undefined) throw new DomainError('not-found');
    return facts === undefined ? null : this.facts.today(facts, { running, now });
  }

  private async offer({ running, who, now, word, language }: Offering): Promise<StartOffer | null> {
    const { programme, workflow } = running.model;
    const person = personOf(who, running.programmeId);
    const near = await this.placesFor({ running, who, now, word, language });
    const own = near.filter((organisation) =>
      isStarter(running.model, { organisation, facts: { ...NO_FACTS, person }, begun: 0 }, now.getTime()),
    );
    if (own.length === 0 && word === undefined) return null;
    const places = own.slice(0, MOST_PLACES).map(async (organisation) => {
      const wish = await this.facts.wish({ running, organisation, person, now });
      const refused = startRefusal(running.model, wish, now.getTime());
      const shown =
        organisation === null ? null : { id: organisation.id, code: organisation.code, title: organisation.title };
      return {
        organisation: shown,
        reason: refused?.reason ?? null,
        message: refused === null ? null : refusalSentence(refused, language),
      };
    });
    return {
      programme: programme.key,
      programmeTitle: textIn(programme.title, language),
      workflow: workflow.key,
      title: textIn(workflow.title, language),
      description: workflow.description === undefined ? null : textIn(workflow.description, language),
      places: await Promise.all(places),
      hasMore: own.length > MOST_PLACES,
    };
  }

  /** Where the person could begin one: the own organisations alone, where none of the actors reaches further. */
  private async placesFor({ running, who, now, word }: Offering): Promise<(Organisation | null)[]> {
    if (running.model.workflow.subject.per.includes('programme')) return [null];
    const rule = startByPeople(running.model.workflow);
    const isOwn = rule?.by.every((actor) => isOwnScope(running, actor)) === true;
    if (isOwn) {
      const mine = who.memberships.flatMap(({ organisation, programmeId }) =>
        organisation !== null && programmeId === running.programmeId ? [organisation] : [],
      );
      return [...new Map(mine.map((one) => [one.id, one])).values()];
    }
    const all = await this.starts.organisations(word);
    return all.map((facts) => this.facts.today(facts, { running, now }));
  }
}

interface Offering {
  running: RunningModel;
  who: Identity;
  now: Date;
  word: string | undefined;
  language: string;
}

const takesPart = (who: Identity, { programmeId }: RunningModel): boolean =>
  who.memberships.some((membership) => membership.programmeId === programmeId);

const isOwnScope = ({ model }: RunningModel, actor: string): boolean => {
  const rule = model.workflow.actors[actor];
  return rule !== undefined && 'role' in rule && rule.scope === 'own';
};

const replayed = ({ requestHash: stored, result }: StoredAnswer, hash: string): BegunCase => {
  if (stored !== hash) throw new DomainError('key-reused');
  return result as BegunCase;
};

/** Whoever decides on what comes in may hand the page on. */
const linkOf = (running: RunningModel, who: Identity, language: string): SignUpLink[] => {
  const { programme, workflow } = running.model;
  const starters = publicStarters(workflow);
  if (starters.length === 0) return [];
  const roles = who.memberships
    .filter(({ programmeId }) => programmeId === running.programmeId)
    .map(({ role }) => role);
  const isConcerned = Object.entries(workflow.actors).some(
    ([key, actor]) => !starters.includes(key) && 'role' in actor && roles.includes(actor.role),
  );
  if (!isConcerned) return [];
  const { to } = startWindow(running.model);
  return [
    {
      programme: programme.key,
      workflow: workflow.key,
      title: textIn(workflow.title, language),
      path: `/join/${programme.key}/${workflow.key}`,
      closes: to === null ? null : new Date(to).toISOString(),
    },
  ];
};
