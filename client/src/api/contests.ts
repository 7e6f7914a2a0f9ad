import { z } from 'zod';
import {
  ContestClock,
  ContestFlag,
  ContestList,
  ContestSetting,
  ContestView,
  type ElectionWindow,
  type IssueCodes,
  IssuedCodes,
  type PlanElection,
  type ProposeAction,
  type RevokeCode,
} from '#contract/wire/contest.ts';
import { CertificateView } from '#contract/wire/certificate.ts';
import { TallyView } from '#contract/wire/contest-tally.ts';
import { type AddRecipients, DeliveryStep, DeliveryView } from '#contract/wire/delivery.ts';
import { command, request } from './request.ts';

/** Where an election is found: its programme and its id. */
export interface ContestPlace {
  programme: string;
  election: string;
}

const root = ({ programme, election }: ContestPlace): string => `/api/programmes/${programme}/elections/${election}`;

const post = (body: unknown = {}) => ({ method: 'POST', body }) as const;

export const fetchContests = (): Promise<ContestList> => request(ContestList, '/api/contests');

export const fetchContest = (place: ContestPlace): Promise<ContestView> => request(ContestView, root(place));

export const fetchContestSetting = (place: ContestPlace): Promise<ContestSetting> =>
  request(ContestSetting, `${root(place)}/setting`);

/** The clock that opens and closes the election, as an instant. */
export const fetchContestClock = async (place: ContestPlace): Promise<string> =>
  (await request(ContestClock, `${root(place)}/clock`)).now;

export const planElection = (programme: string, body: PlanElection): Promise<ContestView> =>
  request(ContestView, `/api/programmes/${programme}/elections`, post(body));

/** Other times than the definition names, until the election is sealed. */
export const moveElection = (place: ContestPlace, body: ElectionWindow): Promise<ContestView> =>
  request(ContestView, `${root(place)}/window`, { method: 'PUT', body });

export const proposeAction = (place: ContestPlace, body: ProposeAction): Promise<ContestView> =>
  request(ContestView, `${root(place)}/actions`, post(body));

export const confirmAction = (place: ContestPlace, action: string): Promise<ContestView> =>
  request(ContestView, `${root(place)}/actions/${action}`, post());

export const withdrawAction = (place: ContestPlace, action: string): Promise<void> =>
  command(`${root(place)}/actions/${action}`, { method: 'DELETE' });

/** The only time that these codes are told. */
export const issueCodes = (place: ContestPlace, body: IssueCodes): Promise<IssuedCodes> =>
  request(IssuedCodes, `${root(place)}/codes`, post(body));

export const revokeCode = (place: ContestPlace, body: RevokeCode): Promise<IssuedCodes> =>
  request(IssuedCodes, `${root(place)}/revocations`, post(body));

export const drawSeed = (place: ContestPlace, seed: string): Promise<void> =>
  command(`${root(place)}/seed`, post({ seed }));

export const fetchTallies = (place: ContestPlace): Promise<TallyView[]> =>
  request(z.array(TallyView), `${root(place)}/tallies`);

export const countElection = (
  place: ContestPlace,
  body: { withdrawn: string[]; decisions: string[][] },
): Promise<TallyView> => request(TallyView, `${root(place)}/tallies`, post(body));

export const fetchFlags = (place: ContestPlace): Promise<ContestFlag[]> =>
  request(z.array(ContestFlag), `${root(place)}/flags`);

export const decideFlag = (place: ContestPlace, flag: string, decision: string): Promise<ContestFlag[]> =>
  request(z.array(ContestFlag), `${root(place)}/flags/${flag}`, post({ decision }));

export const fetchDeliveries = (place: ContestPlace): Promise<DeliveryView> =>
  request(DeliveryView, `${root(place)}/deliveries`);

export const addRecipients = (place: ContestPlace, body: AddRecipients): Promise<DeliveryView> =>
  request(DeliveryView, `${root(place)}/deliveries`, post(body));

export const sendNext = (place: ContestPlace): Promise<DeliveryStep> =>
  request(DeliveryStep, `${root(place)}/deliveries/next`, post());

export const dropRecipients = (place: ContestPlace, state: 'waiting' | 'refused'): Promise<DeliveryView> =>
  request(DeliveryView, `${root(place)}/deliveries?state=${state}`, { method: 'DELETE' });

/** One for each prize, once the result is certified. */
export const fetchCertificates = (place: ContestPlace): Promise<CertificateView[]> =>
  request(z.array(CertificateView), paperPath(place, 'certificates'));

/** What is downloaded of a count. */
export const paperPath = (place: ContestPlace, name: string): string => `${root(place)}/papers/${name}`;
