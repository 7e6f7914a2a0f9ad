import { type Check, type Path, type Remark, type Subject, programmeSubject, say } from '../check.ts';
import type { Dossier } from '../dossier.ts';

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:[^\s/@]{1,100}@/i,
  /\b(?:password|passwd|secret|api[_-]?key|access[_-]?token)\s{0,5}[:=]\s{0,5}\S{4}/i,
  /(?:密码|口令|密钥)\s{0,5}[:：=]\s{0,5}[\x21-\x7e]{4}/,
  /\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,60}|sk-[A-Za-z0-9_-]{20,80}|LTAI[A-Za-z0-9]{12,20})\b/,
  /\beyJ[A-Za-z0-9_-]{10,500}\.[A-Za-z0-9_-]{10,500}\./,
];

const ADDRESSES: readonly RegExp[] = [
  /\b(?:10|127)\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|\b192\.168\.\d{1,3}\.\d{1,3}\b|\b172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}\b|\b169\.254\.\d{1,3}\.\d{1,3}\b/,
  /\bhttps?:\/\/(?:localhost|[a-z0-9-]{1,60}\.(?:local|internal|lan))\b/i,
  /\bhttps?:\/\/[^\s]{0,200}(?:\/robot\/send|\/webhook|\/hooks\/)/i,
];

/** What every secret and every address has some of; most texts have none and need no closer look. */
const DOUBTFUL = /[:：=/.]|-{5}|AKIA|gh[pousr]_|sk-|LTAI/;

/** Paths are made on the way back, because hardly any text is doubtful. */
const textsIn = (value: unknown): { path: Path; text: string }[] => {
  if (typeof value === 'string') return DOUBTFUL.test(value) ? [{ path: [], text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner).map(({ path, text }) => ({ path: [Array.isArray(value) ? Number(key) : key, ...path], text })),
  );
};

const everything = (dossier: Dossier): [Subject, unknown][] => [
  [programmeSubject(dossier), dossier.programme],
  ...[...dossier.workflows].map(([key, value]): [Subject, unknown] => [{ kind: 'Workflow', key }, value]),
  ...[...dossier.forms].map(([key, value]): [Subject, unknown] => [{ kind: 'Form', key }, value]),
  ...[...dossier.scenarios].map(([key, value]): [Subject, unknown] => [{ kind: 'Scenario', key }, value]),
];

const remarkOn = (of: Subject, { path, text }: { path: Path; text: string }): Remark[] => {
  if (SECRETS.some((pattern) => pattern.test(text)))
    return [
      {
        of,
        path,
        message: say(
          '定义里不能写密码或密钥：谁都能读到定义',
          'No passwords or keys in a definition: everybody can read it',
        ),
        suggestion: say('请删去；密码写在系统设置里', 'Delete it; secrets belong to the settings of the system'),
      },
    ];
  if (!ADDRESSES.some((pattern) => pattern.test(text))) return [];
  return [
    {
      of,
      path,
      message: say('定义里不能写内部网络地址或机器人地址', 'No internal network or webhook address in a definition'),
      suggestion: say('请删去；地址写在系统设置里', 'Delete it; addresses belong to the settings of the system'),
    },
  ];
};

/** Definitions are read by many and kept for ever: what opens a door does not stand in them. */
export const secretOrAddress: Check = {
  code: 'secret-or-address',
  severity: 'error',
  remarks: (dossier) =>
    everything(dossier).flatMap(([of, value]) => textsIn(value).flatMap((found) => remarkOn(of, found))),
};
