import { z } from 'zod';
import {
  type MakePublication,
  PublicationPreview,
  PublicationView,
  type WantedPublication,
} from '#contract/wire/publication.ts';
import { request } from './request.ts';

const root = (programme: string): string => `/api/programmes/${programme}/publications`;

export const fetchPublications = (programme: string): Promise<PublicationView[]> =>
  request(z.array(PublicationView), root(programme));

/** What publishing would do: lint, difference in words, simulation on the data as it is now. */
export const previewPublication = (
  programme: string,
  body: WantedPublication,
  signal?: AbortSignal,
): Promise<PublicationPreview> =>
  request(PublicationPreview, `${root(programme)}/preview`, { method: 'POST', body, signal });

/** The same for one that waits for a second person, by the texts as they were proposed. */
export const previewWaiting = (programme: string, id: string): Promise<PublicationPreview> =>
  request(PublicationPreview, `${root(programme)}/${id}/preview`);

/** Refused as `stale` where texts or data have moved since the preview. */
export const makePublication = (programme: string, body: MakePublication): Promise<PublicationView> =>
  request(PublicationView, root(programme), { method: 'POST', body });

export const confirmPublication = (programme: string, id: string, token: string): Promise<PublicationView> =>
  request(PublicationView, `${root(programme)}/${id}/confirm`, { method: 'POST', body: { token } });

/** Takes back what waits, or stops and goes on with carrying running cases over. */
export const steerPublication = (
  programme: string,
  id: string,
  how: 'withdraw' | 'pause' | 'resume',
): Promise<PublicationView> => request(PublicationView, `${root(programme)}/${id}/${how}`, { method: 'POST' });
