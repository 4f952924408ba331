/** Short and pet forms of English given names: those that are in general use, and no others. Archives add their own. */
import { addTo } from "./add-to.ts";

/** One group a line: a name, then its short forms. A short form may stand in several. */
const GROUPS = `
abigail abby abbie gail
abraham abe bram
adelaide addie
agnes aggie
albert al bert bertie
alexander alex alec sandy sasha xander lex al
alexandra alex lexi sasha alexa
alfred alf alfie fred
alison ali
amanda mandy
andrew andy drew
angela angie
anna ann annie anne nan hannah
anthony tony ant
antonio tony toni
arnold arnie
arthur art artie
barbara barb babs barbie
bartholomew bart
beatrice bea trixie
benjamin ben benji benny
bernard bernie
bradley brad
brandon bran
caroline carol carrie caro
catherine katherine kathryn cathy kathy kate katie cat kat kit kitty
charles charlie chuck chas
charlotte charlie lottie lotte
christian chris
christine christina chris chrissy tina christie kristin
christopher chris kit topher kris
clifford cliff
clinton clint
curtis curt
cynthia cindy
daniel dan danny
david dave davy davey
deborah debra deb debbie
dennis denny den
dominic dom nick
donald don donnie
dorothy dot dottie dolly
douglas doug
edward ed eddie ted teddy ned
edmund ed ned
edwin ed eddie
eleanor ellie nell nora
elizabeth liz lizzie beth betsy betty eliza libby lisa elisabeth
emily em emmy
eugene gene
ezekiel zeke
frances fran fanny francie
francis frank fran
franklin frank
frederick fred freddie freddy rick
gabriel gabe
gabriella gabby
gerald gerry jerry
geoffrey geoff jeff
gilbert gil bert
gregory greg gregg
gwendolyn gwen
harold harry hal
henry harry hank hal
herbert herb bert
howard howie
hubert hugh bert
isaac ike zac
isabella isabel bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jane jenny janie
janet jan
jeffrey jeff
jennifer jen jenny jenn jenna
jeremiah jerry jeremy
jeremy jerry jem
jerome jerry
jessica jess jessie
joan joanie
joanna jo joanne
john jack johnny jon jonny
jonathan jon jonny jonny nathan
joseph joe joey jo
josephine jo josie
joshua josh
judith judy jude
julia julie jules
julian jules
katrina kat trina
kenneth ken kenny
kimberly kim
kristin kristina kris kristy
lawrence laurence larry laurie lawrie
leonard leo len lenny
leonardo leo
lewis louis lew lou
lillian lily lil
louise lou
lucas luke
lucille lucy
madeline maddie
magdalena lena maggie
malcolm mal
margaret maggie meg peggy marge margie greta rita daisy madge
maria mary marie
marjorie marge margie
marcus mark marc
martha marty
martin marty
matthew matt matty mathew
matthias matt
maximilian max
maxwell max
megan meg
melissa mel missy
melanie mel
melvin mel
michael mike mick mickey mikey micky
michelle shelly
mitchell mitch
montgomery monty
nancy nan
natalie nat
natalia natasha
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico nicolas nik
nicole nikki nicky
norman norm
oliver ollie olly
olivia liv livvy
pamela pam
patricia pat patty tricia trish patsy
patrick pat paddy rick
penelope penny
percival percy
peter pete
philip phillip phil pip
priscilla cilla
rachel rach
ralph rafe
randolph randy
randall randy
raymond ray
rebecca becky becca
reginald reg reggie
reuben rube ben
richard rick dick rich ricky richie
robert bob rob bobby robbie bert robin
roberta bobbie
roderick rod rick
rodney rod
roger rodge
ronald ron ronnie
rosalind ros
rosemary rose rosie
rudolph rudy
rupert bert
russell russ
ruth ruthie
samantha sam
samuel sam sammy
sandra sandy
sarah sally sadie
sebastian seb bas
shannon shan
sidney sid
simon si
solomon sol
sophia sophie
stanley stan
stephanie steph
stephen steven steve stevie
stewart stuart stu
susan sue susie suzie
suzanne sue suzie
sylvia syl
terence terry
theresa teresa terry tess tessa
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby tobi
tyler ty
valerie val
veronica ronnie vera
victor vic
victoria vicky vicki tori
vincent vince vinny vin
virginia ginny
vivian viv
vladimir vlad
volodymyr vlad
walter walt wally
wesley wes
wilfred wilf
william bill will billy willy liam
winifred winnie freddie
winston win
zachary zach zack zac
`;

const COMMON: readonly (readonly string[])[] = GROUPS.trim()
  .split("\n")
  .map((line) => line.split(" "));

/** Which given names stand for each other. Names are folded: small Latin letters. */
export class Nicknames {
  readonly #groups = new Map<string, number[]>();

  /** @param more groups of an archive: in each every name stands for every other. */
  constructor(more: readonly (readonly string[])[] = []) {
    for (const [number, group] of [...COMMON, ...more].entries()) for (const name of group) addTo(this.#groups, name, number);
  }

  /** The numbers of the groups that a name stands in. */
  groupsOf(name: string): readonly number[] {
    return this.#groups.get(name) ?? [];
  }

  /** Whether two names can be those of one person. */
  areOne(a: string, b: string): boolean {
    const groups = this.groupsOf(b);
    return a !== b && this.groupsOf(a).some((group) => groups.includes(group));
  }
}
