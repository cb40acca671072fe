import pytest

from medcom_extract.danish.risks import RiskState, classify_risk, says_delay

STATES = [
    # What happened is materialised, also while it is handled.
    ("Risikoen er indtruffet og drøftes løbende med driftsleverandøren.", "materialised"),
    ("Risiko indtruffet.", "materialised"),
    ("Risikoen indtraf i marts, da licenserne udløb.", "materialised"),
    ("Risikoen for, at licenserne udløber, er indtruffet.", "materialised"),
    ("Opgraderingen er blevet forsinket, fordi serverne ikke blev leveret.", "materialised"),
    ("Projektet er forsinket.", "materialised"),
    ("Testen er udskudt til uge 40.", "materialised"),
    ("Leverandøren har udskudt frigivelsen.", "materialised"),
    ("Tidsplanen er skredet med to måneder.", "materialised"),
    ("Forsinkelsen er nu en realitet.", "materialised"),
    ("Det er ikke længere en risiko, men et faktum, at udbuddet går om.", "materialised"),
    ("Fristen kan ikke længere nås.", "materialised"),
    ("Den oprindelige tidsplan er ikke længere realistisk.", "materialised"),
    ("Det er ikke lykkedes at finde en afløser for projektlederen.", "materialised"),
    ("Sygdom har medført, at dokumentationen er sat på pause.", "materialised"),
    ("Tre kommuner har trukket sig.", "materialised"),
    ("Udviklingen er gået i stå.", "materialised"),
    ("Vi er kommet bagud med testen.", "materialised"),
    ("Prisen blev højere end forventet.", "materialised"),
    ("Leverandøren kunne ikke levere til den aftalte dato.", "materialised"),
    ("Workshoppen måtte aflyses.", "materialised"),
    ("Kursusdagene er aflyst på grund af for få tilmeldte.", "materialised"),
    ("Budgettet er overskredet.", "materialised"),
    ("Systemet har været nede i to dage.", "materialised"),
    ("Problemet er indtruffet, men der er fundet en midlertidig løsning.", "materialised"),
    ("Leverandøren har oplyst, at frigivelsen er forsinket.", "materialised"),
    ("The release has been delayed until May.", "materialised"),
    (
        "Modulet kan først tages i brug til foråret, og udrulningen er derfor udskudt.",
        "materialised",
    ),
    ("Løsningen kan blive dyr, og budgettet bliver derfor overskredet.", "potential"),
    ("Hvis aftalen ikke indgås, er budgettet dermed overskredet.", "potential"),
    ("Pumperne har to gange målt forkert.", "materialised"),
    ("Tilsynet har rejst kritik af logningen.", "materialised"),
    ("Måltallet for tilslutning blev ikke nået i to regioner.", "materialised"),
    ("Bevillingen til driften er dermed bortfaldet.", "materialised"),
    ("Behovet for en ekstra server er dermed bortfaldet.", "mitigated"),
    # Solved, closed, averted, stabilised or accepted is mitigated.
    ("Risikoen er lukket.", "mitigated"),
    ("Risikoen er accepteret af styregruppen.", "mitigated"),
    ("Risikoen for, at licenserne udløber, er afværget.", "mitigated"),
    ("Faren for at stå uden support er afværget.", "mitigated"),
    ("Driften er stabiliseret.", "mitigated"),
    ("Fejlen er rettet i version 2.1.", "mitigated"),
    ("Problemet er løst.", "mitigated"),
    ("Snitfladen var ustabil i maj, men problemet er nu løst.", "mitigated"),
    ("Risikoen er ikke længere aktuel, da aftalen er underskrevet.", "mitigated"),
    ("Finansieringen er faldet på plads.", "mitigated"),
    ("Forsinkelsen er indhentet.", "mitigated"),
    ("Situationen er under kontrol.", "mitigated"),
    ("Manglende testere. Der er ansat to nye testere.", "mitigated"),
    ("The risk has been closed.", "mitigated"),
    ("Risikoen, der blev meldt i maj, er lukket.", "mitigated"),
    ("Risikoen for, at aftalen ikke indgås, er lukket.", "mitigated"),
    ("Risikoen for, at afdelingen er lukket i juli.", "potential"),
    ("Projektlederen har sagt op.", "materialised"),
    ("Fejlen ramte kun testmiljøet og er rettet.", "mitigated"),
    ("Der mangler svar fra patienter, som er meldt fra.", "potential"),
    ("To udviklere har sagt deres stilling op.", "materialised"),
    ("Der opstod et nedbrud i maj.", "materialised"),
    ("Strejken ramte driften.", "materialised"),
    ("To kommuner har meldt fra.", "materialised"),
    ("Der er risiko for, at udvikleren siger op.", "potential"),
    # To be given people or money is a remedy; to be given refusals, tasks or a leader is none.
    ("Projektet har fået ekstra midler fra staten.", "mitigated"),
    ("Leverandøren har fået to nye udviklere.", "mitigated"),
    ("Projektet har fået tilført to medarbejdere.", "mitigated"),
    ("Stillingen er nu besat.", "mitigated"),
    ("Der er fundet en ny leverandør.", "mitigated"),
    ("Risikoen er reduceret.", "mitigated"),
    ("Arbejdsgruppen har fået afbud fra flere læger, så svarene bliver få.", "potential"),
    ("Leverandøren har fået flere store kunder og har mindre tid.", "potential"),
    ("Regionen har fået ny ledelse, og prioriteringen kan ændre sig.", "potential"),
    ("Supporten har fået to klager over svartiden.", "potential"),
    ("Regionerne har taget nye løsninger i brug, som ikke taler sammen.", "potential"),
    ("Der er tilført nye krav til løsningen.", "potential"),
    ("Bevillingen til test er reduceret.", "materialised"),
    ("Omfanget af testen er reduceret.", "potential"),
    ("Udbuddet er gået om.", "materialised"),
    ("Leverancen udeblev.", "materialised"),
    ("Udvikleren har forladt projektet.", "materialised"),
    ("Foreningen har trukket sin støtte.", "materialised"),
    ("Leverandøren leverede for sent.", "materialised"),
    ("Licitationen har givet en højere pris end budgetteret.", "materialised"),
    ("Licitationen kan have givet en højere pris end budgetteret.", "potential"),
    ("Licitationen har givet en høj kvalitet.", "potential"),
    ("Forbruget er lavere end i businesscasen.", "materialised"),
    ("Svarene mangler navne. Det er konstateret i to regioner.", "materialised"),
    ("Det er ikke konstateret, om svarene mangler navne.", "potential"),
    ("Leverandøren leverer måske for sent.", "potential"),
    ("Sagen har sat projektet to måneder tilbage.", "materialised"),
    ("Testen viste alvorlige fejl.", "materialised"),
    ("Testen kan vise alvorlige fejl.", "potential"),
    ("Snitfladen har haft nedbrud tre gange.", "materialised"),
    ("Bevillingen kan blive halveret.", "potential"),
    ("Kommunerne er ikke blevet klar til tiden.", "materialised"),
    ("Projektet måtte starte forfra.", "materialised"),
    ("Aftalen faldt til jorden.", "materialised"),
    ("Testmiljøet er oppe igen.", "mitigated"),
    ("Risikoen vurderes ikke længere at være til stede.", "mitigated"),
    ("Styregruppen har besluttet at acceptere risikoen.", "mitigated"),
    ("Styregruppen skal beslutte, om risikoen kan accepteres.", "potential"),
    # All else in a risk field is potential.
    ("Manglende ressourcer hos kommunerne.", "potential"),
    ("Forsinket levering af testdata.", "potential"),
    ("Risikoen er endnu ikke indtruffet.", "potential"),
    ("Risikoen er ikke indtruffet.", "potential"),
    ("Leverancen kan blive forsinket.", "potential"),
    ("Der er risiko for, at leverancen bliver forsinket.", "potential"),
    ("Der er risiko for, at testen er forsinket ved årets udgang.", "potential"),
    ("At leverandøren er forsinket, når piloten begynder.", "potential"),
    ("Hvis aftalen er forsinket, må piloten vente.", "potential"),
    ("Såfremt problemet ikke er løst til maj, udskydes piloten.", "potential"),
    ("Tidsplanen trækker ud.", "potential"),
    ("Leverandørerne nedprioriterer opgaven.", "potential"),
    ("Ressourcer allokeres ikke.", "potential"),
    ("Finansieringen er ikke afklaret.", "potential"),
    ("Der arbejdes på en løsning, så forsinkelse undgås.", "potential"),
    ("Risikoen forventes lukket i september.", "potential"),
    ("Problemet skal løses inden drift.", "potential"),
    ("Det er uklart, om fejlen er rettet hos alle.", "potential"),
    ("Fejlen er endnu ikke rettet.", "potential"),
    ("Leverandøren afventer svar fra styrelsen.", "potential"),
    ("Det er en risiko, hvis piloten udskydes.", "potential"),
    ("Der planlægges ekstra møder for at mindske risikoen.", "potential"),
    ("Lykkes det ikke, vil projektet være forsinket.", "potential"),
    ("Er aftalen ikke underskrevet til maj, er piloten forsinket.", "potential"),
    ("The vendors may be delayed.", "potential"),
    ("Der er lavet en plan, men risikoen er uændret.", "potential"),
]


# A relative clause may only say which ones are meant ...
WHICH_ONES = [
    "Borgerne fornyer på præparater, som lægen har stoppet.",
    "Borgerne fornyer på præparater som lægen har stoppet.",
    "Patienterne møder op til tider, der er aflyst.",
    "Der sendes påmindelser om aftaler, som patienten allerede har annulleret.",
    "Brugerne får svar på prøver, som er annulleret.",
    "Jordemoderen ser stadig forløbsplaner, der er stoppet.",
]
# ... or tell what happened.
WHAT_HAPPENED = [
    "Fejl i moduler, der har stoppet driften.",
    "Klinikkerne har fået lister, som er ramt af fejl.",
    "Der er fundet en fejl, som har stoppet testen.",
    "Der er kommuner, som er stoppet.",
    "Projektet mangler tre kommuner, som er stoppet.",
    "Udrulningen venter på moduler, som er forsinket.",
    "Afhængighed af leverandører, som har mistet nøglepersoner.",
    "Opkobling af klinikker som bruger det gamle system er stoppet.",
    "Test hos klinikker som følge af sygdom er aflyst.",
]


@pytest.mark.parametrize("text", WHICH_ONES)
def test_a_clause_that_says_which_ones_are_meant_tells_nothing_of_the_risk(text: str) -> None:
    assert classify_risk(text, in_risk_field=True) == "potential"


@pytest.mark.parametrize("text", WHAT_HAPPENED)
def test_a_clause_that_tells_what_happened_does(text: str) -> None:
    assert classify_risk(text, in_risk_field=True) == "materialised"


@pytest.mark.parametrize(("text", "state"), STATES)
def test_a_risk_is_what_its_words_say(text: str, state: str) -> None:
    assert classify_risk(text) == state
    assert classify_risk(text, in_risk_field=True) == state


@pytest.mark.parametrize(
    "text",
    [
        "Workshoppen er afholdt med god tilslutning.",
        "Region Midtjylland går i drift i september.",
        "Standarden er godkendt og udgivet.",
        "Ingen risici.",
        "Der er ingen væsentlige risici på nuværende tidspunkt.",
        "Ingen",
        "",
    ],
)
def test_a_text_that_speaks_of_no_risk_has_no_state(text: str) -> None:
    assert classify_risk(text) is None


def test_in_a_risk_field_any_text_but_a_denial_is_a_risk() -> None:
    assert classify_risk("Ny standard er godkendt.", in_risk_field=True) == "potential"
    assert classify_risk("Ingen kendte risici", in_risk_field=True) is None


def test_the_deciding_words_are_kept_with_their_place() -> None:
    text = "Snitfladen mangler. Risikoen er indtruffet og håndteres."

    state = classify_risk(text)

    assert isinstance(state, RiskState)
    (cue,) = state.cues
    assert cue.text == "indtruffet"
    assert text[slice(*cue.span)] == cue.text
    assert cue.rule == "said to have happened"


def test_a_potential_risk_has_no_deciding_words() -> None:
    state = classify_risk("Manglende testere.")

    assert state is not None
    assert state.cues == ()


def test_a_reason_does_not_undo_what_it_explains() -> None:
    assert classify_risk("Risikoen er lukket, da piloten er udskudt.") == "mitigated"
    assert classify_risk("Risikoen er lukket, men piloten er igen udskudt.") == "materialised"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Piloten er udskudt til maj.", "er udskudt"),
        ("Leverancen kan blive forsinket.", None),
        ("Alt følger planen.", None),
    ],
)
def test_a_delay_is_told_with_its_words(text: str, words: str | None) -> None:
    cue = says_delay(text)

    assert (cue.text if cue else None) == words


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Svarene kan ikke læses, og risikoen er indtruffet i Nord.", "materialised"),
        ("Leverandøren kan gå konkurs, og risikoen vokser.", "potential"),
        ("Two people have left the team, which has caused a delay.", "materialised"),
        ("The test has slipped to May.", "materialised"),
    ],
)
def test_what_is_said_beside_a_possibility_counts_by_itself(text: str, state: str) -> None:
    assert classify_risk(text, in_risk_field=True) == state
