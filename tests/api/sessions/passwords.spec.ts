import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PASSWORD_POLICIES, passwordIssues } from '../../../server/modules/sessions/password-policy.ts';
import { app, PASSWORD, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

const wordsOf = (password: string, policy: keyof typeof PASSWORD_POLICIES = 'mlps2'): string[] =>
  passwordIssues(password, PASSWORD_POLICIES[policy], ['meiling', '王美玲']).map(({ message }) =>
    typeof message === 'string' ? message : message.zh,
  );

describe('the policy for graded protection', () => {
  it('wants ten characters', () => {
    expect(wordsOf('Ab3$efghi')).toEqual(['密码至少 10 个字符']);
    expect(wordsOf('Ab3$efghij')).toEqual([]);
  });

  it('wants three of four classes of characters', () => {
    expect(wordsOf('abcdefgh12345')).toEqual(['密码须包含大写字母、小写字母、数字、符号中的至少 3 种']);
    for (const good of ['Abcdefgh1234', 'abcdefgh12!?', 'ABCDEFGH12!?', '中文密码很长很安全aB'])
      expect(wordsOf(good)).toEqual([]);
  });

  it('counts an emoji or a rare character as one', () => {
    expect(wordsOf('Ab3😀😀😀')).toContain('密码至少 10 个字符');
  });

  it('refuses the account and the name inside, as a full-width keyboard types them too', () => {
    for (const bad of ['MeiLing-2024!', 'Ａｂ３-ｍｅｉｌｉｎｇ', '王美玲Abc123456'])
      expect(wordsOf(bad)).toEqual(['密码不能包含账号或姓名']);
  });

  it('refuses what everybody uses', () => {
    expect(wordsOf('Password123!')).toEqual(['这个密码太常见']);
  });
});

describe('the modern policy', () => {
  it('wants length and no composition', () => {
    expect(wordsOf('correct horse battery', 'modern')).toEqual([]);
    expect(wordsOf('Ab3$efghij', 'modern')).toEqual(['密码至少 12 个字符']);
  });
});

describe('changing one’s password', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app();
    const programme = await aProgramme(system.sql, 'trial');
    for (const account of ['fay', 'former', 'old', 'slip', 'guesser'])
      await aPerson(system.sql, account, [{ role: 'filler', programme }]);
  });

  afterAll(() => system.close());

  it('marks the field that is wrong: the present password, or the new one with everything the policy has against it', async () => {
    const browser = await system.as('fay');
    const wrong = await browser.post('/api/session/password', { current: 'nope', next: 'Lantern&Quarry58' });
    expect([wrong.status, wrong.body['errors']]).toEqual([
      422,
      [{ pointer: '/current', message: 'The present password is not right' }],
    ]);
    const weak = await browser.post<{ errors: { pointer: string }[] }>('/api/session/password', {
      current: PASSWORD,
      next: 'fay',
    });
    expect(weak.body.errors.map(({ pointer }) => pointer)).toEqual(['/next', '/next', '/next']);
  });

  it('refuses the last five passwords and takes the sixth', async () => {
    let browser = await system.as('former');
    let current = PASSWORD;
    const change = async (next: string) => {
      const { status } = await browser.post('/api/session/password', { current, next });
      if (status === 200) {
        current = next;
        browser = await system.as('former', next);
      }
      return status;
    };
    for (const n of [1, 2, 3, 4]) expect(await change(`Lantern&Quarry5${n}`)).toBe(200);
    expect(await change(PASSWORD)).toBe(422);
    expect(await change('Lantern&Quarry55')).toBe(200);
    expect(await change(PASSWORD)).toBe(200);
  });

  it('is asked for when the password is older than ninety days', async () => {
    await system.sql.query(`UPDATE person SET password_changed_at = now() - interval '91 days' WHERE account = 'old'`);
    const browser = await system.as('old');
    expect((await browser.get('/api/session')).body).toMatchObject({ mustChangePassword: true });
    expect((await browser.get('/api/notices')).body).toMatchObject({ code: 'password-change-required' });
  });

  it('counts wrong present passwords like wrong sign-ins', async () => {
    const browser = await system.as('guesser');
    const guess = () => browser.post('/api/session/password', { current: 'wrong', next: 'Lantern&Quarry58' });
    for (let time = 0; time < 5; time += 1) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
  });

  it('is too late for a one-time password that waited longer than two weeks', async () => {
    await system.sql.query(
      `UPDATE person SET must_change_password = true, password_changed_at = now() - interval '15 days' WHERE account = 'slip'`,
    );
    await expect(system.as('slip')).rejects.toThrow('sign-in-failed');
  });
});
