"""Given names in use in Mexico, and of guests from abroad: the sign by which a run of capitalised words is a person."""

from __future__ import annotations

import re

from council.language.folding import fold

GIVEN_NAMES = frozenset(
    """
    aaron abel abigail abraham abril adalberto adan adela adolfo adrian adriana agustin agustina aida aide alan alba
    alberto aldo alejandra alejandro alexis alfonso alfredo alicia alina alma alonso alvaro amado amalia amanda
    amaury amelia amparo ana anabel anahi andrea andres angel angela angeles angelica anibal anita anna anne antonia
    antonio araceli aranza arely ariadna ariel arlette armando arnoldo arnulfo arturo aurelio aurora axel azucena
    barbara beatriz belen benito benjamin berenice bernarda bernardo bernd berta bertha blanca brenda brian bruna
    bruno camila camilo candelaria carla carlos carlota carmen carmenza carolina catalina cecilia cecilio celia
    celso cesar charles clara claudia claudio clemente concepcion conrado consuelo cornelio crescencio cristian
    cristina cristobal cuauhtemoc cynthia dafne dagoberto daniel daniela dante darinka dario david dayana delfina
    delia denisse dennis deyanira diana diego dolores donaldo donato dora dulce edgar edith edmundo edna eduardo
    efrain efren eladio elba eleazar elena elias elisa eliseo eliuth elizabeth elodia eloisa elsa elvia elvira
    emanuel emilia emiliano emilio emily emma emmanuel enrique enriqueta epifanio erasmo erendira eric erica erick
    erik erika ernestina ernesto esmeralda esperanza estanislao esteban estefania estela esther eugenia eugenio eva
    evaristo evelyn everardo ezequiel fabian fabiola fatima faustino fausto federico felicitas felipe felix fermin
    fernanda fernando fidel flavio flor francisca francisco francois frida gabriel gabriela gaspar genaro george
    georgina gerardo german geronimo gilberto gilda gina giovanni gisela giulia gloria gonzalo graciano graciela
    gregorio griselda guadalupe guillermina guillermo gustavo hans hector heinz heriberto hermilo herminia hernan
    higinio hilario hilda hipolito homero horacio hortensia hugo humberto ignacio ihanelly ileana iliana ilse imelda
    ines irasema irene iris irma irving isaac isabel isaias isela isidro ismael israel itzel ivan ivette ivonne
    jaciel jacinto jacobo jacqueline jacques jaime jairo james jane janeth janette javier jazmin jean jennifer
    jeronimo jessica jesus joaquin joel john jonathan jorge jose josefa josefina josue juan juana juanita judith
    julia julian juliana julieta julio juventino karen karime karina karl karla katia kevin klaus laura laurent
    lazaro leandro leobardo leonardo leonel leonor leopoldo leslie leticia libia librado lidia lilia liliana lizbeth
    lizeth lizzeth lorena lorenzo lourdes luca lucero lucia luciana luciano lucila luis luisa luz lydia macario
    magdalena maira manuel manuela mara marcela marcelino marcelo marcia marco marcos margarita maria mariana
    mariano maribel maricela maricruz marina mario marisol marlene marta martha martin martina mateo matias matilde
    mauricio maximiliano mayra melchor melina melissa merced mercedes micaela michael michelle miguel mike mildred
    minerva miriam mirna miroslava moises monica monserrat myriam nadia nancy narciso natalia nelly nestor nicolas
    nicole noe noel noemi nora norberto norma octavio odette ofelia olga olivia omar omero oralia orlando oscar
    oskar osvaldo pablo paloma paola paolo pascual patricia patricio patrick paul paula paulina pedro perla peter
    philippe pierre pilar porfirio primitivo priscila quetzalli rafael raimundo ramiro ramon raquel raul raymundo
    rebeca refugio regina renata rene reyna reynaldo ricardo richard rigoberto rita robert roberto rocio rodolfo
    rodrigo rogelio roman rosa rosalba rosalia rosalinda rosario rosaura rosendo roxana ruben ruth sabrina salvador
    samantha samuel sandra santiago santos sara sarahi saturnino saul sebastian selene sergio silvano silvestre
    silvia simon socorro sofia soledad sonia stefan stephanie steven susana sven talia tamara tania tatiana teodoro
    teresa thomas tomas tonatiuh trinidad ulises uriel valente valentin valentina valeria vanessa vania veronica
    vicente victor victoria vincent violeta virginia viviana walter wendy wilfrido william wolfgang xavier ximena
    xochitl yadira yahaira yair yareli yazmin yesenia yolanda yuridia zacarias zaira zoe zulema
    """.split()
)

COMMON_WORDS = frozenset(
    """
    abril alba amparo angeles aurora blanca candelaria clara concepcion consuelo dolores dulce esperanza flor gloria guadalupe julia
    julio luz marina mercedes norma paul perla pilar refugio rosa rosario salvador santiago
    santos soledad socorro trinidad victoria violeta virginia
    """.split()
)
"""Those of them that are common words or towns too."""


def begins_with_given_name(name: str) -> bool:
    """Whether the first word of *name* is a given name: that of ``Jean-Paul Renaud`` is, of ``Jane’s Walk`` not."""
    first = re.match(r"\w+(?=[\s\u00a0-])", fold(name))
    return first is not None and first[0] in GIVEN_NAMES
