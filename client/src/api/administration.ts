import { z } from 'zod';
import { AuditRow, IntegrityReport, NoticeView } from '#contract/wire/audit.ts';
import { ImportReport, OrganisationView, type SaveOrganisation } from '#contract/wire/organisation.ts';
import { OneTimePassword, PersonView, type SavePerson } from '#contract/wire/person.ts';
import { pageOf } from './page-of.ts';
import { command, queryText, request } from './request.ts';

type ListQuery = Record<string, string | number | undefined>;

export const fetchOrganisations = (query: ListQuery) =>
  request(pageOf(OrganisationView), `/api/organisations${queryText(query)}`);
export const fetchOrganisation = (id: string) => request(OrganisationView, `/api/organisations/${id}`);
export const saveOrganisation = (id: string | null, body: SaveOrganisation) =>
  request(OrganisationView, id === null ? '/api/organisations' : `/api/organisations/${id}`, {
    method: id === null ? 'POST' : 'PATCH',
    body,
  });
export const importOrganisations = (csv: string, apply: boolean): Promise<ImportReport> =>
  request(ImportReport, '/api/organisations/import', { method: 'POST', body: { csv, apply } });

export const fetchPeople = (query: ListQuery) => request(pageOf(PersonView), `/api/people${queryText(query)}`);
export const createPerson = (body: SavePerson): Promise<OneTimePassword> =>
  request(OneTimePassword, '/api/people', { method: 'POST', body });
export const savePerson = (id: string, body: SavePerson): Promise<PersonView> =>
  request(PersonView, `/api/people/${id}`, { method: 'PATCH', body });
export const resetPassword = (id: string): Promise<OneTimePassword> =>
  request(OneTimePassword, `/api/people/${id}/password`, { method: 'POST' });
export const unlockPerson = (id: string): Promise<void> => command(`/api/people/${id}/unlock`, {});

export const fetchAudit = (query: ListQuery) => request(pageOf(AuditRow), `/api/audit${queryText(query)}`);
export const checkIntegrity = (): Promise<IntegrityReport> => request(IntegrityReport, '/api/audit/integrity');

export const fetchNotices = () => request(z.array(NoticeView), '/api/notices');
export const markNoticeRead = (id: string): Promise<void> => command(`/api/notices/${id}/read`, {});
