import { Injectable } from '@nestjs/common';
import type { Programme } from '../../contract/definition/programme.ts';
import { textIn } from '../../contract/text.ts';
import type { CertificateView } from '../../contract/wire/certificate.ts';
import type { TallyResult } from '../../contract/wire/contest-tally.ts';
import type { Candidate } from '../../engine/ballot/rules.ts';
import { wordDocument } from '../../office/document.ts';
import { Database } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { csvLine } from '../exports/export-lines.ts';
import { ownLanguage } from '../language.ts';
import { Models } from '../models.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { type AwardLine, certificatesOf, listOf, type PaperFacts } from './award-words.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';
import { ContestDeskRepository } from './contest-desk.repository.ts';
import { ContestsService } from './contests.service.ts';
import { type Election, ElectionsRepository } from './elections.repository.ts';
import { ActionsRepository } from './actions.repository.ts';
import { TalliesRepository } from './tallies.repository.ts';

const noResult = (): DomainError =>
  new DomainError('conflict', { zh: '还没有可以公布的结果', en: 'There is no result to publish yet' });

const notCertified = (): DomainError =>
  new DomainError('conflict', {
    zh: '结果认证之后才能出证书',
    en: 'There are certificates once the result is certified',
  });

/** What stands on paper for the group by which institutions are told apart. */
const institutionOf = ({ groups }: Candidate, spreadBy: string | undefined, titles: ReadonlyMap<string, string>) => {
  const { organisation } = groups;
  if (organisation !== undefined) return titles.get(organisation) ?? organisation;
  return groups[spreadBy ?? ''] ?? Object.values(groups)[0] ?? '';
};

const money = (value: string | undefined, { money: about }: Programme, locale: string): string => {
  if (value === undefined) return '';
  if (about === undefined) return value;
  return new Intl.NumberFormat(locale, { style: 'currency', currency: about.currency }).format(Number(value));
};

/** Lists to publish and certificates, made of the last count and of what the definitions say. Nothing personal is in them. */
@Injectable()
export class PapersService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly elections: ElectionsRepository,
    private readonly tallies: TalliesRepository,
    private readonly actions: ActionsRepository,
    private readonly cases: ContestCasesRepository,
    private readonly desk: ContestDeskRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly models: Models,
  ) {}

  async certificates(place: ElectionPlace): Promise<CertificateView[]> {
    const facts = await this.facts(place);
    if (!facts.isCertified) throw notCertified();
    return certificatesOf(facts);
  }

  async certificatesDocument(place: ElectionPlace): Promise<Buffer> {
    const pages = (await this.certificates(place)).map(({ heading, text, organiser, date }) => ({
      isLandscape: true,
      pieces: [
        { kind: 'heading', text: heading },
        { kind: 'text', text, align: 'center' },
        { kind: 'text', text: `${organiser}\n${date}`, align: 'right' },
      ] as const,
    }));
    return wordDocument('', pages);
  }

  async listDocument(place: ElectionPlace): Promise<Buffer> {
    const facts = await this.facts(place);
    const { title, remark, head, rows } = listOf(facts);
    return wordDocument(title, [
      {
        isLandscape: false,
        pieces: [
          { kind: 'heading', text: title },
          { kind: 'text', text: `${facts.programme} ${facts.notice}\n${remark}`.trim(), align: 'center' },
          { kind: 'table', head, rows },
          { kind: 'text', text: `${facts.organiser}\n${facts.date}`, align: 'right' },
        ],
      },
    ]);
  }

  /** With a byte order mark, without which spreadsheets take it for another alphabet. */
  async listTable(place: ElectionPlace): Promise<string> {
    const { title, remark, head, rows } = listOf(await this.facts(place));
    return `\uFEFF${csvLine([`${title}${remark}`])}${csvLine([...head])}${rows.map((row) => csvLine(row)).join('')}`;
  }

  private async facts(place: ElectionPlace): Promise<PaperFacts> {
    const election = await this.contests.find(place);
    const tally = await this.tallies.last(election.id);
    const programme = (await this.programmes.all()).find(({ key }) => key === place.programme)?.definition;
    const result = tally === undefined ? undefined : (JSON.parse(tally.result) as TallyResult);
    if (tally === undefined || programme === undefined || result?.status !== 'done') throw noResult();
    const locale = programme.locales[0] ?? '';
    const certified = (await this.actions.done(election.id)).find(({ action }) => action === 'certify');
    const at = certified === undefined ? tally.at : new Date(certified.at);
    return {
      language: ownLanguage(locale),
      title: election.title,
      programme: textIn(programme.title, locale),
      notice: programme.notice?.number ?? '',
      organiser: textIn(programme.notice?.issuer, locale),
      date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: programme.zone }).format(at),
      isCertified: election.status === 'certified',
      awards: await this.awards(election, { result, programme, locale }),
    };
  }

  private async awards(
    election: Election,
    { result, programme, locale }: { result: TallyResult; programme: Programme; locale: string },
  ): Promise<AwardLine[]> {
    const candidates = await this.elections.candidates(this.database, election.id);
    const codes = candidates.flatMap(({ groups }) => groups['organisation'] ?? []);
    const titles = await this.desk.organisationTitles(codes);
    const templates = await this.templates(election.id, locale);
    const { places, choose } = election.rules;
    return result.awards.flatMap(({ entry: id, place: key }): AwardLine[] => {
      const [candidate, place] = [candidates.find((one) => one.id === id), places.find((one) => one.key === key)];
      if (candidate === undefined || place === undefined) return [];
      return [
        {
          prize: place.title,
          entry: candidate.title,
          institution: institutionOf(candidate, choose.spread?.by, titles),
          value: money(place.value, programme, locale),
          template: templates.get(key),
        },
      ];
    });
  }

  /** The texts of certificates by place, of the version on which the case runs. */
  private async templates(election: string, locale: string): Promise<Map<string, string>> {
    const versionId = await this.database.transaction(async (sql) => {
      const origin = await this.cases.originOf(sql, election);
      return origin === undefined ? undefined : (await this.cases.find(sql, origin.caseId))?.versionId;
    });
    if (versionId === undefined) return new Map();
    const { places = [] } = (await this.models.byVersion(versionId)).model.workflow;
    return new Map(
      places.flatMap(({ key, certificate }) =>
        certificate === undefined ? [] : [[key, textIn(certificate, locale)] as const],
      ),
    );
  }
}
