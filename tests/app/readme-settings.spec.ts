import { describe, expect, it } from '@jest/globals';
import { SETTING_NAMES, type SettingName, aboutSetting, defaultOf } from '../../server/app/settings.ts';
import { part } from '../support/readme.ts';

const row = (name: SettingName): string => {
  const { meaning, example, otherwise } = aboutSetting(name);
  const value = defaultOf(name);
  return `| \`${name}\` | ${meaning.en} | ${value === undefined ? (otherwise?.en ?? '') : `\`${value}\``} | \`${example}\` |`;
};

describe("the README's table of settings", () => {
  it('is what the settings say of themselves', () => {
    const table = ['| name | meaning | default | example |', '|---|---|---|---|', ...SETTING_NAMES.map(row)];
    expect(part('settings').split('\n')).toEqual(table);
  });
});
