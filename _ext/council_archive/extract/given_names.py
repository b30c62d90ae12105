"""Given names in use in Mexico, folded: the sign by which a run of capitalised words is a person."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    aaron abel abigail abraham abril adalberto adan adela adolfo adrian adriana agustin agustina aida aide alan alba
    alberto aldo alejandra alejandro alexis alfonso alfredo alicia alma alonso alvaro amado amalia amanda amelia amparo
    ana anabel anahi andrea andres angel angela angeles angelica anibal anita antonia antonio araceli ariadna ariel
    armando arnoldo arnulfo arturo aurelio aurora axel barbara beatriz benito benjamin berenice bernardo bernd berta
    bertha blanca brenda bruno camila camilo candelaria carla carlos carlota carmen carmenza carolina catalina cecilia celia
    cesar claudia claudio clara concepcion consuelo cristian cristina cristobal cuauhtemoc cynthia dagoberto daniel
    daniela dario david dayana delia denisse dennis diana diego dolores dora dulce edgar edith edmundo eduardo efrain
    elba eleazar elena elias elisa elizabeth eliuth eloisa elsa elvira emilia emiliano emilio emma enrique erasmo
    erendira eric erica erick erik erika ernestina ernesto esmeralda esperanza estefania estela esteban esther eugenia
    eugenio eva evelyn fabian fabiola fatima federico felipe felix fernanda fernando fidel flor francisca francisco
    frida gabriel gabriela genaro georgina gerardo german gilberto gina gisela gloria gonzalo graciela gregorio griselda
    guadalupe guillermina guillermo gustavo hector heriberto hernan hilda homero horacio hortensia hugo humberto ignacio
    ihanelly iliana ilse ines irene iris irma isaac isabel isaias isela ismael israel itzel ivan ivonne jaciel jacobo
    jacqueline jaime jairo javier jazmin jessica jesus joaquin joel jonathan jorge jose josefa josefina josue juan juana
    juanita judith julia julian juliana julieta julio karen karina karla katia kevin laura leandro leobardo leonardo
    leonel leonor leopoldo leslie leticia lidia lilia liliana lizbeth lizeth lorena lorenzo lourdes lucero lucia luciano
    lucila luis luisa luz lydia magdalena maira manuel manuela mara marcela marcelo marcia marco marcos margarita maria
    mariana mariano maribel maricela mario marisol marta martha martin martina mateo matias matilde mauricio maximiliano
    mayra melissa mercedes merced micaela miguel mike mildred minerva miriam mirna moises monica monserrat myriam nadia
    nancy natalia nestor nicolas noe noel noemi nora norberto norma octavio ofelia olga olivia omar orlando oscar osvaldo
    pablo paloma paola patricia patricio paula paulina pedro perla pilar porfirio priscila rafael ramiro ramon raul
    raquel raymundo raimundo rebeca refugio rene ricardo rita roberto rocio rodolfo rodrigo rogelio roman rosa rosalba
    rosalia rosalinda rosario roxana ruben ruth sabrina salvador samuel sandra santiago santos sara saul sebastian
    sergio silvia simon sofia soledad sonia susana talia tamara tania teresa tomas ulises uriel valentin valentina
    valeria vanessa vania veronica vicente victor victoria vincent violeta virginia viviana walter xavier ximena xochitl
    yadira yahaira yazmin yesenia yolanda zaira zulema
    """.split()
)

COMMON_WORDS = frozenset(
    """
    abril alba amparo angeles aurora blanca candelaria clara concepcion consuelo dolores dulce esperanza flor gloria guadalupe
    julia julio luz mercedes norma perla pilar refugio rosa rosario salvador santiago santos soledad victoria violeta virginia
    """.split()
)
"""Those of them that are common words or towns too."""
