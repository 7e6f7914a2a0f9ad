import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Headers = Parameters<NestFastifyApplication['useSecurityHeaders']>[0];

/** What the API answers is data: nothing in it may be run, framed or guessed to be something else. */
export const securityHeaders = (isHttps: boolean): Headers => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': "'none'", 'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" },
  },
  strictTransportSecurity: isHttps,
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
});

/**
 * The policy of the pages: scripts from here only and never from text; styles from here or with this answer's nonce,
 * since the component library writes style elements; style attributes by scripts, which no policy of ours can sign.
 */
export const pagePolicy = (nonce: string, isHttps: boolean): string =>
  [
    `default-src 'self'`,
    `script-src 'self'`,
    nonce === '' ? `style-src 'self'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

/** The policy of the voting booth, which needs its own script and style, pictures and the API, and nothing else. */
export const boothPolicy = (isHttps: boolean): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
