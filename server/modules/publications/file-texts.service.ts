import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { PlanText } from '../../contract/wire/publication.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Organisation } from '../../engine/case.ts';
import { needsSecondPerson } from '../../engine/change/change.ts';
import { fileOfName } from '../../registry/folder.ts';
import { inspect } from '../../registry/inspect.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { Database } from '../../storage/database.ts';
import { DefinitionsRepository } from '../definitions/definitions.repository.ts';
import { type PlannedChange, overlaid, planPublication } from '../definitions/publication.ts';
import { DomainError } from '../domain-error.ts';
import { type Person, may } from '../identity.ts';
import { type Assessment, AssessmentService } from './assessment.service.ts';
import { GateService, type Passed } from './gate.service.ts';
import { RolesReach } from './roles-reach.ts';
import type { OfProgramme } from './wanted-texts.service.ts';

/** The texts of one programme that come from files. */
export interface FileTextsWanted {
  programme: string;
  sources: DefinitionSource[];
  /** The organisations that come along with them. */
  cast: readonly Organisation[];
  dates: 'move' | 'keep';
  plans: readonly PlanText[];
}

/** Who publishes from files; null where nobody is named. */
export interface ByFiles {
  who: Person | null;
  note: string | null;
}

const nobodyNamed = (): DomainError =>
  new DomainError('second-person-needed', {
    zh: '这次发布改变流程结构或数据含义：请用 --as 账号 写明由谁提出，再由另一位有发布权限的人在“发布”页确认',
    en: 'This changes structure or what data means: name with --as ACCOUNT who proposes it; another person who may publish then confirms it on the page Publish',
  });

const mayNot = (account: string, programme: string): DomainError =>
  new DomainError('not-allowed', {
    zh: `账号“${account}”没有在“${programme}”中发布的权限（definitions.publish）`,
    en: `The account "${account}" may not publish in "${programme}" (definitions.publish)`,
  });

/** Publishing what stands in files, through the gate that drafts pass: looked at, recorded, and followed by running cases. */
@Injectable()
export class FileTexts {
  constructor(
    private readonly database: Database,
    private readonly repository: DefinitionsRepository,
    private readonly assessments: AssessmentService,
    private readonly gate: GateService,
    private readonly reach: RolesReach,
  ) {}

  /** All programmes as they would stand with these texts, and which definitions differ. */
  async compare(
    sources: readonly DefinitionSource[],
  ): Promise<{ shelf: Shelf; changes: PlannedChange[]; findings: Finding[] }> {
    const published = await this.repository.publishedTexts();
    const all = overlaid(published, sources, fileOfName);
    const { shelf, findings } = inspect(all);
    return { shelf, findings, changes: planPublication(all, shelf, published) };
  }

  /** `simulate` also plays it through on every draft, submission and case. */
  look({ programme, sources, cast, dates, plans }: FileTextsWanted, simulate: boolean): Promise<Assessment> {
    const texts = { sources, retired: [], revs: new Map(), cast };
    return this.assessments.of(programme, texts, { terms: { dates, plans, undoes: null }, simulate });
  }

  /** Throws where these may not publish this, whatever it says. */
  async refuseUnlessAllowed({ who }: ByFiles, programme: string, assessment: Assessment): Promise<void> {
    if (who === null && needsSecondPerson(assessment.candidate.class)) throw nobodyNamed();
    const stands = assessment.candidate.published.some((one) => one.kind === 'Programme' && one.key === programme);
    if (who !== null && !mayPublish(who, stands ? programme : null)) throw mayNot(who.person.account, programme);
    const id = await this.repository.programmeId(programme);
    if (id !== undefined) await this.reach.refuse(who, { id, key: programme }, assessment);
  }

  /** Texts that somebody published meanwhile are left out; undefined where none is left. */
  async pass(wanted: FileTextsWanted, by: ByFiles): Promise<Passed | undefined> {
    const stands = new Map((await this.repository.publishedTexts()).map((one) => [nameText(one), one.source]));
    const sources = wanted.sources.filter(({ name, text }) => stands.get(nameText(name)) !== text);
    if (sources.length === 0) return undefined;
    const assessment = await this.look({ ...wanted, sources }, false);
    await this.refuseUnlessAllowed(by, wanted.programme, assessment);
    const programme = await this.ensured(wanted.programme);
    const person = by.who?.person.id ?? null;
    return this.gate.pass(assessment, { programme, person, token: assessment.token, note: by.note, waiting: null });
  }

  private async ensured(key: string): Promise<OfProgramme> {
    const made = await this.database.transaction((sql) =>
      this.repository.ensureProgrammes(sql, [{ id: newId(), key }]),
    );
    return { key, id: made.get(key) ?? '' };
  }
}

/** A programme that does not stand yet is published by whoever may begin one. */
const mayPublish = (who: Person, programme: string | null): boolean =>
  programme === null
    ? may(who, 'programmes.manage') && may(who, 'definitions.publish')
    : may(who, 'definitions.publish', programme);
