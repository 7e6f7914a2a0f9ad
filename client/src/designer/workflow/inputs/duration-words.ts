import type { TFunction } from 'i18next';

const FORM = /^P(T?)(\d{1,5})(WD|[DWMH])$/;

/** `P5WD` as "5 working days". */
export const durationWords = (value: string, t: TFunction): string => {
  const found = FORM.exec(value);
  return found === null ? value : t(`workflow.length.${found[1] ?? ''}${found[3] ?? ''}`, { count: Number(found[2]) });
};
