/** The names that Windows and Outlook give to time zones (Unicode CLDR, windowsZones), with the zone that has their rules. */

const NAMES = `Hawaiian Standard Time=Pacific/Honolulu|Alaskan Standard Time=America/Anchorage|Pacific Standard Time=America/Los_Angeles
US Mountain Standard Time=America/Phoenix|Mountain Standard Time=America/Denver|Central America Standard Time=America/Guatemala
Central Standard Time=America/Chicago|Central Standard Time (Mexico)=America/Mexico_City|Canada Central Standard Time=America/Regina
SA Pacific Standard Time=America/Bogota|Eastern Standard Time=America/New_York|US Eastern Standard Time=America/Indianapolis
Atlantic Standard Time=America/Halifax|SA Western Standard Time=America/La_Paz|Pacific SA Standard Time=America/Santiago
Newfoundland Standard Time=America/St_Johns|E. South America Standard Time=America/Sao_Paulo|Argentina Standard Time=America/Buenos_Aires
SA Eastern Standard Time=America/Cayenne|Greenland Standard Time=America/Godthab|Montevideo Standard Time=America/Montevideo
Azores Standard Time=Atlantic/Azores|Cape Verde Standard Time=Atlantic/Cape_Verde|UTC=UTC|Coordinated Universal Time=UTC
GMT Standard Time=Europe/London|Greenwich Standard Time=Atlantic/Reykjavik|Morocco Standard Time=Africa/Casablanca
W. Europe Standard Time=Europe/Berlin|Central Europe Standard Time=Europe/Budapest|Romance Standard Time=Europe/Paris
Central European Standard Time=Europe/Warsaw|W. Central Africa Standard Time=Africa/Lagos|GTB Standard Time=Europe/Bucharest
E. Europe Standard Time=Europe/Chisinau|FLE Standard Time=Europe/Kiev|Egypt Standard Time=Africa/Cairo
South Africa Standard Time=Africa/Johannesburg|Israel Standard Time=Asia/Jerusalem|Jordan Standard Time=Asia/Amman
Middle East Standard Time=Asia/Beirut|Turkey Standard Time=Europe/Istanbul|Arabic Standard Time=Asia/Baghdad
Arab Standard Time=Asia/Riyadh|Belarus Standard Time=Europe/Minsk|Russian Standard Time=Europe/Moscow
E. Africa Standard Time=Africa/Nairobi|Iran Standard Time=Asia/Tehran|Arabian Standard Time=Asia/Dubai
Azerbaijan Standard Time=Asia/Baku|Georgian Standard Time=Asia/Tbilisi|Caucasus Standard Time=Asia/Yerevan
Afghanistan Standard Time=Asia/Kabul|West Asia Standard Time=Asia/Tashkent|Pakistan Standard Time=Asia/Karachi
India Standard Time=Asia/Calcutta|Sri Lanka Standard Time=Asia/Colombo|Nepal Standard Time=Asia/Katmandu
Bangladesh Standard Time=Asia/Dhaka|Myanmar Standard Time=Asia/Rangoon|SE Asia Standard Time=Asia/Bangkok
China Standard Time=Asia/Shanghai|Singapore Standard Time=Asia/Singapore|Taipei Standard Time=Asia/Taipei
W. Australia Standard Time=Australia/Perth|Tokyo Standard Time=Asia/Tokyo|Korea Standard Time=Asia/Seoul
Cen. Australia Standard Time=Australia/Adelaide|AUS Central Standard Time=Australia/Darwin
E. Australia Standard Time=Australia/Brisbane|AUS Eastern Standard Time=Australia/Sydney|Tasmania Standard Time=Australia/Hobart
New Zealand Standard Time=Pacific/Auckland|Fiji Standard Time=Pacific/Fiji`;

const ZONES = new Map(
  NAMES.split(/[|\n]/).map((line): [string, string] => [line.split("=")[0]?.toLowerCase() ?? "", line.split("=")[1] ?? ""]),
);

/**
 * The IANA zone of one of Windows' names.
 *
 * @example zoneOfWindows("W. Europe Standard Time") // "Europe/Berlin"
 */
export function zoneOfWindows(name: string): string | undefined {
  return ZONES.get(name.trim().toLowerCase());
}
