/** Common given and family names to make up people from. Nobody real is meant: the pairs are drawn at random. */
export interface NameLists {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const englishNames: NameLists = {
  female: words(`
    Abigail Alice Amanda Amelia Andrea Angela Anna Ashley Audrey Barbara Beverly Brenda Caroline Catherine
    Charlotte Chloe Christine Claire Cynthia Danielle Deborah Diane Donna Dorothy Elizabeth Ella Emma Erin
    Evelyn Faith Frances Grace Hannah Harper Heather Helen Imani Irene Jada Jane Janet Jasmine Jessica Joyce
    Judith Julia Karen Katherine Keisha Kelly Latoya Laura Lauren Leah Linda Lily Madison Margaret Martha Megan
    Mei Melissa Michelle Monica Nancy Naomi Natalie Nicole Nina Olivia Patricia Paula Priya Rachel Rebecca Robin
    Rose Ruby Ruth Samantha Sandra Sarah Sharon Shirley Sophie Stephanie Susan Tanya Teresa Tiffany Tracy
    Valerie Vanessa Victoria Virginia Wendy Yasmin Zoe
  `),
  male: words(`
    Aaron Adam Alan Albert Alexander Andre Andrew Anthony Arthur Benjamin Brandon Brian Bruce Caleb Calvin Carl
    Charles Christopher Connor Curtis Daniel Darnell David Dennis Derek Donald Douglas Dylan Edward Eric Ethan
    Eugene Evan Frank Gary George Gerald Gordon Gregory Harold Harry Henry Howard Ian Isaac Jack Jacob Jamal
    James Jason Jeffrey Jeremy Jerome John Jonathan Joseph Joshua Justin Keith Kenneth Kevin Kyle Lawrence Leo
    Leonard Louis Lucas Malcolm Marcus Mark Martin Mason Matthew Michael Nathan Nicholas Noah Oliver Omar Owen
    Patrick Paul Peter Philip Ralph Raymond Richard Robert Roger Ronald Ryan Samuel Scott Sean Simon Stephen
    Terrence Theodore Thomas Timothy Tyler Victor Vincent Walter Wei William Zachary
  `),
  families: words(`
    Abbott Adams Allen Anderson Armstrong Bailey Baker Barnes Bell Bennett Bishop Booker Bowman Boyd Brooks
    Brown Bryant Burke Butler Campbell Carlson Carter Chandra Chang Clark Cole Coleman Cooper Cox Crawford
    Cunningham Davis Dawson Dixon Douglas Duncan Edwards Ellis Evans Ferguson Fisher Fleming Foster Fox Freeman
    Gallagher Gardner Gibson Gordon Graham Grant Gray Green Greenberg Griffin Hall Hansen Harper Harris Hayes
    Henderson Hill Holland Howard Hughes Hunt Hussain Jackson Jenkins Johnson Jones Jordan Kapoor Katz Kelly
    Kennedy Khan Kim King Klein Kowalczyk Lambert Larson Lawson Lee Lewis Lin Long Marshall Mason Matthews
    McCarthy Mensah Miller Mitchell Moore Morgan Morris Murphy Murray Myers Nelson Newman Nguyen Novak Olson
    Okafor Owens Palmer Parker Patel Payne Perkins Perry Peterson Phillips Pierce Porter Powell Price Reed
    Reynolds Rice Richardson Riley Roberts Robinson Rogers Ross Russell Russo Ryan Sanders Schmidt Schwartz
    Scott Shah Shaw Silverman Simmons Simpson Singh Smith Snyder Spencer Stevens Stewart Stone Sullivan Taylor
    Thompson Tucker Turner Wagner Walker Wallace Walsh Ward Warren Washington Watson Weaver Webb West White
    Williams Wilson Wong Wood Wright Yang Young
  `),
};

export const spanishNames: NameLists = {
  female: words(`
    Adela Adriana Alba Alejandra Alicia Alma Amparo Ana Andrea Ángela Araceli Aurora Beatriz Begoña Belén Blanca
    Camila Carla Carmen Carolina Catalina Cecilia Celia Clara Claudia Concepción Consuelo Cristina Daniela Diana
    Dolores Elena Elisa Elvira Emilia Encarnación Esperanza Esther Estela Eugenia Eva Fátima Fernanda Flor
    Francisca Gabriela Gloria Graciela Guadalupe Inés Irene Isabel Jimena Josefina Juana Julia Laura Leonor
    Leticia Lidia Lola Lorena Lourdes Lucía Luisa Luz Magdalena Manuela Marcela Margarita María Mariana Marina
    Marta Mercedes Mireya Mónica Natalia Nieves Noelia Nuria Olga Paloma Patricia Paula Pilar Raquel Rebeca
    Rocío Rosa Rosario Sandra Sara Silvia Sofía Soledad Susana Teresa Valentina Valeria Vanesa Verónica Victoria
    Violeta Virginia Ximena Yolanda
  `),
  male: words(`
    Adolfo Adrián Agustín Alberto Alejandro Alfonso Alfredo Álvaro Andrés Ángel Antonio Armando Arturo Benito
    Bernardo Bruno Camilo Carlos César Cristian Daniel Darío David Diego Domingo Eduardo Efraín Emilio Enrique
    Ernesto Esteban Eugenio Federico Felipe Félix Fernando Fidel Francisco Gabriel Gerardo Germán Gonzalo
    Gregorio Guillermo Gustavo Héctor Hugo Ignacio Ismael Iván Jacinto Jaime Javier Jesús Joaquín Jorge José
    Juan Julián Julio Leandro Leonardo Lorenzo Lucas Luis Manuel Marcelo Marcos Mario Martín Mateo Matías
    Mauricio Maximiliano Miguel Nicolás Óscar Octavio Pablo Pascual Patricio Pedro Rafael Ramiro Ramón Raúl
    Ricardo Roberto Rodrigo Rogelio Román Rubén Salvador Samuel Santiago Saúl Sebastián Sergio Simón Tomás
    Vicente Víctor Wilfredo
  `),
  families: words(`
    Acosta Aguilar Aguirre Alarcón Alonso Álvarez Aparicio Aranda Arias Ávila Ayala Aznar Ballesteros Barrera
    Bautista Benítez Bermúdez Blanco Bravo Bueno Caballero Cabrera Calderón Calvo Camacho Campos Cano Carmona
    Carrasco Castillo Castro Cervantes Chacón Colón Contreras Cordero Cortés Crespo Cruz Cuesta Delgado Díaz
    Domínguez Durán Echeverría Escobar Espinosa Estévez Fernández Ferrer Figueroa Flores Fuentes Gallardo
    Gallego García Garrido Gil Giménez Gómez González Guerrero Gutiérrez Guzmán Heredia Hernández Herrera
    Hidalgo Ibáñez Iglesias Jiménez Juárez Lara León Lozano Luna Machado Maldonado Márquez Marín Martín Martínez
    Medina Méndez Mendoza Menéndez Merino Molina Montero Montes Montoya Mora Morales Moreno Muñoz Navarro Nieto
    Núñez Ochoa Olivares Orozco Ortega Ortiz Otero Pacheco Padilla Palacios Paredes Parra Pascual Pastor Peña
    Peralta Pérez Pineda Pizarro Ponce Prieto Quintero Ramírez Ramos Rentería Reyes Ríos Rivas Rivera Robles
    Rodríguez Rojas Román Romero Rosales Rosario Rubio Ruiz Salas Salazar Salinas Sánchez Santana Santiago
    Santos Segura Serrano Sierra Solano Soler Soto Suárez Téllez Toledo Torres Trujillo Urrutia Valdés Valencia
    Valle Vargas Vázquez Vega Velasco Vera Vicente Vidal Villalobos Villanueva Zamora Zapata Zúñiga
  `),
};
