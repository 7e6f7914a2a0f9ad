import type {
  DeadlineChanged,
  DeadlinePreview,
  DeadlinesView,
  MoveDeadline,
} from '../../../server/contract/wire/deadline.ts';
import type { Answer, Browser } from '../../support/app.ts';

const AT = '/api/programmes/harbour_log/deadlines';

/** What would happen; an error where it is refused. */
export const preview = async (browser: Browser, wanted: MoveDeadline): Promise<DeadlinePreview> => {
  const { status, body, text } = await browser.post<DeadlinePreview>(`${AT}/preview`, wanted);
  if (status !== 200) throw new Error(text);
  return body;
};

export const change = <Body = DeadlineChanged>(
  browser: Browser,
  wanted: MoveDeadline,
  { token, reason = 'The storm closed the quays' }: { token: string; reason?: string },
): Promise<Answer<Body>> => browser.post<Body>(`${AT}/change`, { ...wanted, token, reason });

export const deadlines = async (browser: Browser): Promise<DeadlinesView> => (await browser.get<DeadlinesView>(AT)).body;
