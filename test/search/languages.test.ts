/** Readers find words in the forms in which they ask for them, on a site in each language. */
import { beforeAll, describe, expect, test } from "vitest";
import { archiveOf } from "../model/make.ts";
import { ourSearch } from "../support/search-quality.ts";
import type { Ask } from "../support/search-rivals.ts";

/** Abstracts of talks in a language, and the questions that have to lead to each. */
const ASKED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  de: {
    "Die Häuser der Programmierer und ihre Verschlüsselungen": ["haus", "verschlüsselung", "verschluesselung"],
    "Grüße vom Fußball": ["fussball", "gruesse", "grusse", "Grüße"],
    "Virtuelle Maschinen sind schnell": ["virtuelle maschine", "die maschine und der", "schnelle"],
    "Über die Straße mit dem Speicher": ["strasse", "straße", "uber"],
    // While a word is typed, and as the first part of a longer one.
    "Großrechner und Schließfächer": ["Groß", "großrech", "Gross", "schließ", "schliessf"],
  },
  fr: {
    "L’hyperviseur et l'ordonnanceur des machines virtuelles": [
      "hyperviseur",
      "ordonnanceur",
      "machine virtuelle",
      "l'hyperviseur",
      "l’hyperviseur",
    ],
    "Migration d’applications à chaud": ["application", "applications"],
    "La sécurité des réseaux": ["la securite du reseau", "securite"],
    // They end as words do that are spelled in two ways in English.
    "Un noyau optimisé, et organisé": ["optimisé", "optimise", "noyau organisé", '"noyau optimisé"', "organisé -réalisé"],
    "Les nœuds au cœur d’une manœuvre": ["nœuds", "noeud", "noeuds", "coeur", "manoeuvres"],
    "Le pilote est réalisé": ["réalisé", "realise", '"est réalisé"', "réalisé -optimisé"],
  },
  es: {
    "Las máquinas virtuales y los planificadores": ["maquina virtual", "planificador"],
    "Migración de contenedores": ["migraciones", "migracion", "contenedor"],
    "La seguridad en las redes": ["seguridad de la red"],
  },
  ja: {
    仮想化技術の紹介とXenのメモリ管理: ["仮想化", "仮想", "技術", "メモリ", "メモリ管理"],
    "第２回ＫＶＭ会議、ﾌﾟﾘﾝﾀ": ["kvm", "KVM", "ＫＶＭ", "プリンタ", "第２回"],
    ライブマイグレーションの高速化: ["マイグレーション", "ライブマイグレーション", "高速", "高速化"],
    "セキュリティとネットワーク scheduling of guests": ["ネットワーク", "schedule", "guest", "セキュリティとネットワーク"],
  },
  // Languages that the program has no words in.
  pt: {
    "Uma análise aprofundada": ["análise", "analise", '"análise aprofundada"'],
  },
  ko: {
    "가상화 기술과 젠 하이퍼바이저의 메모리 관리": ["가상화", "메모리", "하이퍼바", "메모리".normalize("NFD"), "가상화 관리"],
    [`${"커널".normalize("NFD")} 스케줄러`]: ["커널", "스케줄러"],
  },
  el: {
    "Η μνήμη του επεξεργαστή": ["μνήμη", "ΜΝΉΜΗ", "μνημη"],
    "Σύστημα για τον Αβραάμ": ["συστημα", "αβρααμ"],
  },
  en: {
    "Guests of 게스트 운영체제 and ゲストのメモリ": ["게스트", "운영체제", "ゲスト", "ゲスト".normalize("NFD")],
    "Nested virtualised machines": ['"virtualised machines"', '"nested virtualised"'],
    "Flat virtualized machines": ['"virtualized machines"', "virtualized -virtualised", "machines -virtualised"],
    [`On Μηχανή, ${"ガイド".normalize("NFD")} and µ-Xen`]: ["μηχανή", "ガイド", "u-xen", "µ-Xen", "μ-xen"],
  },
  ar: {
    "الأجهزة الافتراضية والذاكرة المشتركة": ["الذاكرة", "ذاكرة", "والذاكرة", "أجهزة", "اجهزة"],
    "أمان الحاويات في السحابة": ["حاويات", "حاوية", "امان", "السحابه", "في السحابة"],
    "مهندسون يبنون نواة صغيرة": ["نواه", "مهندس"],
    // Marks of vowels and doubled letters stand in some texts, and readers seldom type them.
    "القوّة المتعدّدة، وتَحْسِين الأنظمةِ": ["القوة", "متعددة", "تحسين", "تَحْسِين", "الأنظمة", "أَنْظِمَة"],
  },
};

describe.each(Object.entries(ASKED))("in %s", (language, asked) => {
  let ask: Ask;
  beforeAll(async () => {
    const talks = Object.keys(asked).map((abstract, index) => [`e/talk-${index}`, { title: "X".repeat(index + 5), abstract }]);
    ask = await ourSearch(archiveOf({ site: { language }, events: { e: { name: "E" } }, talks: Object.fromEntries(talks) }));
  });

  test.each(Object.values(asked).flatMap((questions, index) => questions.map((question) => [question, index] as const)))(
    "%s",
    async (question, index) => {
      expect(await ask(question)).toEqual([`/events/e/talk-${index}/`]);
    },
  );
});
