export interface Address {
  readonly company: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: 'DE' | 'GB' | 'SE';
}

const postcodes: Readonly<Record<Address['country'], RegExp>> = {
  DE: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
  SE: /^\d{3} ?\d{2}$/,
};

/** The names of the fields that still need attention. */
export function missingFields(address: Address): (keyof Address)[] {
  const fields = ['company', 'street', 'city'] as const;
  const missing: (keyof Address)[] = fields.filter((field) => address[field].trim() === '');
  return postcodes[address.country].test(address.postcode.trim()) ? missing : [...missing, 'postcode'];
}

export function oneLine({ company, street, postcode, city }: Address): string {
  return `${company}, ${street}, ${postcode} ${city}`;
}
