import { sources } from "./sources"

sources("firefox")
