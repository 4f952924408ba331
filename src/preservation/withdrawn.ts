/** The addresses that were withdrawn since they hold a name that must not be told any more: sealed, in `withdrawn.txt` of the ledger. */
import { SealedTexts, sealFrom, withdrawnFile } from "../content/sealed.ts";

export interface Withdrawn {
  /** How many there are. */
  size: number;
  /** Whether the key is there, so that an address can be looked up. */
  isCompared: boolean;
  /** Whether an address is among them; of none where there is no key. */
  has: (address: string) => boolean;
}

/** Reads what was withdrawn; the key is that of the environment. */
export function readWithdrawn(ledger: string, environment: Readonly<Record<string, string | undefined>> = process.env): Withdrawn {
  const texts = SealedTexts.read(withdrawnFile(ledger));
  const seal = texts.size === 0 ? undefined : sealFrom(environment);
  if (seal) texts.check(seal);
  return {
    size: texts.size,
    isCompared: seal !== undefined,
    has: (address) => seal !== undefined && texts.find(seal, address) !== undefined,
  };
}
