import { createHash } from 'node:crypto';

/** Where the debtors of the demo are; any other is in Stockholm. */
const places: Readonly<Record<string, readonly [address: string, zipCode: string, city: string]>> = {
  'Norrskenstads Bygg AB': ['Kopparvägen 8', '981 40', 'Kiruna'],
  'Hällefors Mekaniska AB': ['Sikforsvägen 3', '712 34', 'Hällefors'],
  'Ljusdals Trädgård HB': ['Norra Järnvägsgatan 21', '827 30', 'Ljusdal'],
  'Storsjöns Åkeri AB': ['Fagerbacken 44', '831 46', 'Östersund'],
  'Pite Snickeri AB': ['Hamngatan 12', '941 33', 'Piteå'],
  'Gävle Event & Ljud AB': ['Nygatan 30', '803 20', 'Gävle'],
  'Umeå Design Studio AB': ['Storgatan 46', '903 26', 'Umeå'],
  'Roslagens Båtvarv AB': ['Varvsvägen 1', '761 63', 'Norrtälje'],
  'Skellefte El & Larm AB': ['Kanalgatan 59', '931 32', 'Skellefteå'],
  'Ystads Tvätteri AB': ['Österportstorg 4', '271 41', 'Ystad'],
  'Arvika Plåt AB': ['Industrigatan 17', '671 41', 'Arvika'],
  'Mora Fastigheter AB': ['Fredsgatan 6', '792 30', 'Mora'],
  'Kalmar Kök & Bad AB': ['Larmgatan 25', '392 32', 'Kalmar'],
};

const elsewhere = ['Sveavägen 112', '113 50', 'Stockholm'] as const;

/** A debtor of the demo, as both systems know them: the same id for the same name. */
export function sampleDebtor(name: string) {
  const [address, zipCode, city] = places[name] ?? elsewhere;
  const email = `faktura@${slug(name)}.example`;
  const publicId = idOf(name);
  const phone = '08-555 010 20';
  const orgNo = '559999-0016';
  return {
    inBillecta: { publicId, name, orgNo, email, phone, address, zipCode, city },
    inLime: { ssnregno: orgNo, email, maincontactphone: phone, address, zipcode: zipCode, city },
  };
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/ (AB|HB)$/, '')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** A GUID that is the name's own. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(12, 15)}`,
    `a${hex.slice(15, 18)}`,
    hex.slice(18, 30),
  ];
  return parts.join('-');
}
