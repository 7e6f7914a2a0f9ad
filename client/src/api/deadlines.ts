import {
  type ChangeDeadline,
  DeadlineChanged,
  DeadlinePreview,
  DeadlinesView,
  type MoveDeadline,
} from '#contract/wire/deadline.ts';
import { request } from './request.ts';

const root = (programme: string): string => `/api/programmes/${programme}/deadlines`;

export const fetchDeadlines = (programme: string): Promise<DeadlinesView> => request(DeadlinesView, root(programme));

/** What moving a deadline would do, told before it is done. */
export const previewDeadline = (
  programme: string,
  body: MoveDeadline,
  signal?: AbortSignal,
): Promise<DeadlinePreview> => request(DeadlinePreview, `${root(programme)}/preview`, { method: 'POST', body, signal });

/** Takes an extension back; answers how many cases are due as before. */
export const revokeExtension = (programme: string, id: string, reason: string): Promise<DeadlineChanged> =>
  request(DeadlineChanged, `${root(programme)}/extensions/${id}/revoke`, { method: 'POST', body: { reason } });

/** Refused as `stale` where rules or cases have changed since the preview. */
export const changeDeadline = (programme: string, body: ChangeDeadline): Promise<DeadlineChanged> =>
  request(DeadlineChanged, `${root(programme)}/change`, { method: 'POST', body });
