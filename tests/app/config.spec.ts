import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { readConfig } from '../../server/app/config.ts';
import { SETTING_NAMES, aboutSetting, defaultOf } from '../../server/app/settings.ts';
import { type Sentence, StartRefused } from '../../server/storage/start-refused.ts';

const refusedFor = (variables: Record<string, string>): readonly Sentence[] => {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof StartRefused) return error.sentences;
    throw error;
  }
  return [];
};

describe('the settings of a start', () => {
  it('have a default each, so that a fresh machine needs none', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3311,
      publicUrl: undefined,
      trustProxy: false,
      dataFolder: resolve('.data'),
      databaseUrl: undefined,
      databasePool: 20,
      redisUrl: undefined,
      isDemo: true,
      isWorker: true,
      passwordPolicy: 'mlps2',
      logLevel: 'info',
    });
  });

  it('come from the environment, as values of their kind', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '::1',
      PUBLIC_URL: 'https://Forms.example.org/',
      TRUST_PROXY: '2',
      DATA_DIR: '/srv/data',
      DATABASE_URL: 'postgres://u:p@db/forms',
      DATABASE_POOL: '50',
      REDIS_URL: 'redis://cache:6379',
      LOG_LEVEL: 'warn',
    });
    expect(config).toMatchObject({ port: 8080, host: '::1', publicUrl: 'https://forms.example.org', trustProxy: 2 });
    expect(config).toMatchObject({ dataFolder: '/srv/data', databaseUrl: 'postgres://u:p@db/forms', databasePool: 50 });
    expect(config).toMatchObject({ redisUrl: 'redis://cache:6379', logLevel: 'warn', isDemo: false });
  });

  it('count as not given when they are empty', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['loads the demonstration on its own database', {}, true],
    ['starts empty with DEMO=0', { DEMO: '0' }, false],
    ['starts empty on a database that was given', { DATABASE_URL: 'postgres://u@h/d' }, false],
    ['loads the demonstration there when asked to', { DATABASE_URL: 'postgres://u@h/d', DEMO: '1' }, true],
  ])('%s', (_, variables, isDemo) => {
    expect(readConfig(variables).isDemo).toBe(isDemo);
  });

  it('trusts proxies by their addresses, too', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toBe('10.0.0.0/8, ::1');
  });
});

describe('a bad value', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'forms.example.org'],
    ['PUBLIC_URL', 'https://forms.example.org/sub'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '999'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'postgres://host-without-database'],
    ['DATABASE_URL', 'not an address'],
    ['DATABASE_POOL', '1'],
    ['REDIS_URL', 'http://h'],
    ['DEMO', 'yes'],
    ['PASSWORD_POLICY', 'weak'],
    ['LOG_LEVEL', 'loud'],
  ])('of %s (%s) is refused by one sentence with its name and an example', (name, value) => {
    const sentences = refusedFor({ [name]: value });
    expect(sentences).toHaveLength(1);
    const example = `${name}=${aboutSetting(name as 'PORT').example}`;
    expect(sentences[0]?.zh).toContain(example);
    expect(sentences[0]?.en).toContain(example);
  });

  it('does not hide the next one', () => {
    expect(refusedFor({ PORT: 'x', LOG_LEVEL: 'y' }).map(({ en }) => /setting (\w+)/.exec(en)?.[1])).toEqual([
      'PORT',
      'LOG_LEVEL',
    ]);
  });

  it('that holds a password is not repeated', () => {
    const said = JSON.stringify(refusedFor({ DATABASE_URL: 'postgres://u:hunter2@h', REDIS_URL: 'http://:hunter2@h' }));
    expect(said).toContain('DATABASE_URL');
    expect(said).not.toContain('hunter2');
  });

  it('is a FORMFLOW_ name that does not exist; the right name is told', () => {
    expect(refusedFor({ FORMFLOW_PORT: '80' })[0]?.en).toBe('There is no setting FORMFLOW_PORT; use PORT');
    expect(refusedFor({ FORMFLOW_COLOUR: 'red' })[0]?.en).toMatch(/no setting FORMFLOW_COLOUR; use PORT, HOST/);
  });
});

describe('an unsafe start', () => {
  it.each([{ HOST: '0.0.0.0' }, { HOST: '::' }, { PUBLIC_URL: 'https://forms.example.org' }])(
    'with published passwords on an open network is refused: %j',
    (variables) => {
      expect(refusedFor(variables).map(({ en }) => en)).toEqual([expect.stringMatching(/DEMO=0.*DEMO=1/)]);
    },
  );

  it.each([
    { HOST: '0.0.0.0', DEMO: '0' },
    { HOST: '0.0.0.0', DEMO: '1' },
    { HOST: '0.0.0.0', DATABASE_URL: 'postgres://u@h/d' },
    { HOST: 'localhost' },
  ])('is not %j', (variables) => {
    expect(refusedFor(variables)).toEqual([]);
  });

  it('is one that takes any certificate', () => {
    expect(refusedFor({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })[0]?.en).toMatch(/NODE_EXTRA_CA_CERTS/);
  });
});

describe('the list of settings', () => {
  it.each(SETTING_NAMES)('says of %s what it means, what it must be and what it is otherwise', (name) => {
    const { meaning, expected, otherwise, example } = aboutSetting(name);
    for (const text of [meaning.zh, meaning.en, expected.zh, expected.en, example]) expect(text).not.toBe('');
    expect((defaultOf(name) === undefined) === (otherwise !== undefined)).toBe(true);
  });

  it.each(SETTING_NAMES)('gives an example of %s that is accepted', (name) => {
    expect(refusedFor({ [name]: aboutSetting(name).example, DEMO: '0' })).toEqual([]);
  });
});
