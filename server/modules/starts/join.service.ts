import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import type { JoinOrganisations, JoinView, ReceiptView } from '../../contract/wire/join.ts';
import type { Organisation } from '../../engine/case.ts';
import { formModelOf } from '../../engine/environment.ts';
import type { Model } from '../../engine/model.ts';
import { isAsked } from '../../engine/obligation.ts';
import { refused } from '../../engine/refusal.ts';
import { publicStarters, signUpAction, startByPeople } from '../../engine/start-rule.ts';
import { startWindow } from '../../engine/start.ts';
import { PublishedWorkflows } from '../cases/published-workflows.ts';
import { refusalSentence } from '../cases/refusals.ts';
import { DomainError } from '../domain-error.ts';
import { Models, type RunningModel } from '../models.ts';
import { receiptHash } from './receipts.ts';
import { SignUpsRepository } from './sign-ups.repository.ts';
import { StartFacts } from './start-facts.service.ts';
import { StartsRepository } from './starts.repository.ts';

/** More organisations are found by a word. */
const MOST_LISTED = 20;

/** Which sign-up: the keys of the page's address. */
export interface SignUpPage {
  programme: string;
  workflow: string;
}

/** What anybody may read of sign-ups without an account. */
@Injectable()
export class JoinService {
  constructor(
    private readonly workflows: PublishedWorkflows,
    private readonly models: Models,
    private readonly starts: StartsRepository,
    private readonly facts: StartFacts,
    private readonly signUps: SignUpsRepository,
  ) {}

  async view(page: SignUpPage, language: string): Promise<JoinView> {
    const running = await this.running(page);
    const { programme, workflow } = running.model;
    const rule = startByPeople(workflow);
    const action = workflow.states[workflow.initial]?.on?.[signUpAction(workflow) ?? ''];
    const now = (await this.starts.now()).getTime();
    const { from, to } = startWindow(running.model);
    const isOpen = (from === null || now >= from) && (to === null || now < to);
    return {
      programme: programme.key,
      programmeTitle: textIn(programme.title, language),
      workflow: workflow.key,
      title: textIn(workflow.title, language),
      description: workflow.description === undefined ? null : textIn(workflow.description, language),
      action: action !== undefined && 'title' in action ? textIn(action.title, language) : '',
      privacy: { version: rule?.privacy?.version ?? '', text: textIn(rule?.privacy?.text, language) },
      closed: isOpen ? null : refusalSentence(refused('start-not-open'), language),
      model: { ...modelForPublic(running.model) },
    };
  }

  /** Organisations of the audience whose name has the word in it. */
  async organisations(page: SignUpPage, word: string | undefined): Promise<JoinOrganisations> {
    const running = await this.running(page);
    const now = await this.starts.now();
    const all = (await this.starts.organisations(word === '' ? undefined : word))
      .map((facts): Organisation => this.facts.today(facts, { running, now }))
      .filter((organisation) => isAsked(running.model, organisation, null));
    return {
      rows: all.slice(0, MOST_LISTED).map(({ id, title }) => ({ id, title })),
      hasMore: all.length > MOST_LISTED,
    };
  }

  /** How a sign-up stands. A repetition tells no more than that it was received. */
  async receipt(receipt: string, language: string): Promise<ReceiptView> {
    const found = await this.signUps.byReceipt(receiptHash(await this.signUps.secret(), receipt));
    if (found === undefined) throw new DomainError('not-found');
    const { model } = await this.models.byVersion(found.versionId);
    const { states, initial } = model.workflow;
    const key = found.repeats ? receivedState(model) : found.state;
    const state = states[key] ?? states[initial];
    return {
      programmeTitle: textIn(model.programme.title, language),
      title: textIn(model.workflow.title, language),
      organisation: found.organisation,
      stateTitle: textIn(state?.title, language),
      final: state?.final ?? null,
      at: (found.repeats ? found.at : found.updatedAt).toISOString(),
    };
  }

  /** By the rules of this moment; an error where the address leads to no sign-up. */
  async running({ programme, workflow }: SignUpPage): Promise<RunningModel> {
    const published = await this.workflows.now();
    const found = published.find(({ model }) => model.programme.key === programme && model.workflow.key === workflow);
    if (found === undefined || publicStarters(found.model.workflow).length === 0) throw new DomainError('not-found');
    return found;
  }
}

/** Where a sign-up stands right after it was sent. */
const receivedState = ({ workflow }: Model): string => {
  const action = workflow.states[workflow.initial]?.on?.[signUpAction(workflow) ?? ''];
  const to = action?.to;
  return (typeof to === 'string' ? to : to?.at(-1)?.state) ?? workflow.initial;
};

/** Only what the form itself names leaves the house: no table and no sum that it does not use. */
const modelForPublic = (model: Model): ReturnType<typeof formModelOf> => {
  const bare = formModelOf(model);
  const words = JSON.stringify(bare.form);
  const { tables = {}, money, ...programme } = bare.programme;
  const named = Object.fromEntries(Object.entries(tables).filter(([key]) => words.includes(key)));
  return {
    ...bare,
    programme: { ...programme, tables: named, ...(words.includes('money') && money !== undefined && { money }) },
  };
};
