export interface Config {
  readonly gatewayUrl: string;
  readonly cdnUrl: string;
  readonly locale: string;
}

const required = ['SHOP_GATEWAY_URL', 'SHOP_CDN_URL'] as const;

/** Reads the configuration and names everything that is missing at once. */
export function readConfig(env: Readonly<Partial<Record<string, string>>>): Config {
  const missing = required.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`Missing configuration: ${missing.join(', ')}`);
  return {
    gatewayUrl: env.SHOP_GATEWAY_URL ?? '',
    cdnUrl: env.SHOP_CDN_URL ?? '',
    locale: env.SHOP_LOCALE ?? 'en-GB',
  };
}
