import { stringify } from 'yaml';

/** The role that the maker of a blank programme holds in it. */
export const MAKERS_ROLE = 'designer';

export interface BlankProgramme {
  key: string;
  title: string;
  zone: string;
  locale: string;
}

type Titles = Record<'filler' | 'reviewer' | 'manager' | 'designer' | 'registrar' | 'organisation', string>;

const TITLES: Record<string, Titles> = {
  zh: {
    filler: '填报人',
    reviewer: '审核人',
    manager: '负责人',
    designer: '表单与流程管理员',
    registrar: '单位与人员管理员',
    organisation: '单位',
  },
  en: {
    filler: 'Filler',
    reviewer: 'Reviewer',
    manager: 'Manager',
    designer: 'Form and workflow designer',
    registrar: 'Registrar',
    organisation: 'Organisation',
  },
};

const word = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

/** A programme with nothing in it but one kind of organisation and the roles that every programme needs, as a person would write it. */
export const blankProgramme = ({ key, title, zone, locale }: BlankProgramme): string => {
  const titles = TITLES[locale.split('-')[0] ?? ''] ?? TITLES['en'];
  return `apiVersion: formflow/v1
kind: Programme
key: ${key}
title: ${word(title)}
zone: ${word(zone)}
locales: [${locale}]
organisation_kinds:
  organisation: {title: ${word(titles?.organisation ?? '')}}
roles:
  filler: {title: ${word(titles?.filler ?? '')}, may: [cases.fill]}
  reviewer: {title: ${word(titles?.reviewer ?? '')}, may: [cases.read, cases.remark, cases.review, boards.read]}
  manager: {title: ${word(titles?.manager ?? '')}, may: [cases.read, cases.review, boards.read, deadlines.manage, notices.send]}
  ${MAKERS_ROLE}: {title: ${word(titles?.designer ?? '')}, may: [definitions.edit, definitions.publish, programmes.manage]}
  registrar: {title: ${word(titles?.registrar ?? '')}, may: [organisations.manage, people.manage]}
workflows: []
`;
};
